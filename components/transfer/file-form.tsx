import { Actions, Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useTranslations } from '#i18n/words.ts';
import { FILE_PROBLEMS } from '#lib/transfer/contract.ts';

type Props = {
  action: (data: FormData) => Promise<void>;
  hidden: Record<string, string>;
  words: { label: string; hint?: string; send: string };
  /** What was wrong with the file before this one, as the address says it. */
  problem: string | undefined;
  /** The row in which that was seen. */
  problemRow: string | undefined;
  isLine?: boolean;
};
const KNOWN: readonly string[] = [...FILE_PROBLEMS, 'none', 'too-many'];

/** Sends one file to be looked at. A browser keeps no chosen file: after a problem it is chosen anew. */
export function FileForm({ action, hidden, words, problem, problemRow, isLine = false }: Props) {
  const t = useTranslations('transfer.import');
  const known = problem !== undefined && KNOWN.includes(problem) ? problem : 'unavailable';
  const row = /^\d{1,7}$/.test(problemRow ?? '') ? problemRow : undefined;
  const error =
    problem === undefined
      ? undefined
      : row !== undefined && t.has(`problemInRow.${known}`)
        ? t(`problemInRow.${known}`, { row })
        : t(`problem.${known}`);
  return (
    <form action={action} noValidate className="read">
      {error ? <ErrorSummary title={t('errors')} errors={[{ fieldId: 'file', message: error }]} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        id="file"
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
        label={words.label}
        hint={words.hint}
        error={error}
      />
      <Actions>
        <Button isLine={isLine}>{words.send}</Button>
      </Actions>
    </form>
  );
}
