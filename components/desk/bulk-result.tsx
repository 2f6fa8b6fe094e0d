import { Button } from '#components/ui/button.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { BulkOutcome } from './outcome.ts';

type Props = {
  outcome: BulkOutcome;
  act: (data: FormData) => Promise<void>;
  commandId: string;
};

/** What the last press did, what it left and why, and the way back. */
export function BulkResult({ outcome: { did, count, refused, undo, ids }, act, commandId }: Props) {
  const t = useTranslations('desk');
  const o = useTranslations('offices');
  return (
    <div className="notice" role="status">
      <p>{t(`did.${did}`, { count })}</p>
      {refused.map(({ reason, count: left }) => (
        <p key={reason}>
          {t('left', { count: left })} {o.has(`refused.${reason}`) ? o(`refused.${reason}`) : ''}
        </p>
      ))}
      {undo === null || ids.length === 0 ? null : (
        <form action={act} className="do">
          <input type="hidden" name="commandId" value={commandId} />
          {ids.map((id) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          <Button isLine name="do" value={undo}>
            {t('undo')}
          </Button>
        </form>
      )}
    </div>
  );
}
