import { RecordSources } from '#components/corrections/record-sources.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Practice } from '#lib/practices/contract.ts';

/** Where a practice comes from. The kind of evidence stands beside the results, where there are any. */
export function PracticeSources({ practice }: { practice: Practice }) {
  const t = useTranslations('practices');
  const kind = t(`evidence.${practice.evidence}`);
  return (
    <RecordSources kind="practice" record={practice} note={practice.results === null ? kind : undefined} />
  );
}
