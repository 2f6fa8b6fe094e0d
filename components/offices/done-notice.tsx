import { Button } from '#components/ui/button.tsx';
import { useTranslations } from '#i18n/words.ts';

const DONE = [
  'invited',
  'invited-before',
  'holds-it',
  'withdrawn',
  'reopened',
  'sent-again',
  'confirmed',
  'replaced',
  'unconfirmed',
  'unreplaced',
  'ended',
  'resumed',
  'letter',
  'dates',
  'accepted',
  'membership',
  'membership-undone',
] as const;
/** What takes a press back, while it can be. */
const UNDO: Partial<Record<(typeof DONE)[number], string>> = {
  invited: 'withdraw',
  withdrawn: 'reopen',
  confirmed: 'unconfirm',
  replaced: 'unreplace',
  ended: 'resume',
  membership: 'undo-membership',
};

type Props = {
  done?: string | undefined;
  refused?: string | undefined;
  /** Which invitation or appointment it was done to, and how to take it back. */
  undo?:
    | { of: string | undefined; act: (data: FormData) => Promise<void>; commandId: string; back: string }
    | undefined;
};

/** What the last press of a button did, or why it did nothing. Nothing for an unknown word in the address. */
export function DoneNotice({ done, refused, undo }: Props) {
  const t = useTranslations('offices');
  const known = DONE.find((one) => one === done);
  if (known !== undefined) {
    const verb = UNDO[known];
    return (
      <div className="notice" role="status">
        <p>{t(`done.${known}`)}</p>
        {verb === undefined || !undo?.of ? null : (
          <form action={undo.act} className="do">
            <input type="hidden" name="id" value={undo.of} />
            <input type="hidden" name="commandId" value={undo.commandId} />
            <input type="hidden" name="back" value={undo.back} />
            <Button isLine name="do" value={verb}>
              {t('button.undo')}
            </Button>
          </form>
        )}
      </div>
    );
  }
  if (refused === undefined || !t.has(`refused.${refused}`)) return null;
  return (
    <div className="notice notice--error" role="alert">
      <p>{t(`refused.${refused}`)}</p>
    </div>
  );
}
