import { useTranslations } from 'next-intl';

const DONE = [
  'invited',
  'invited-before',
  'holds-it',
  'withdrawn',
  'reopened',
  'sent-again',
  'confirmed',
  'unconfirmed',
  'ended',
  'letter',
  'dates',
  'accepted',
  'membership',
  'sheet',
  'evidence',
] as const;

/** What the last press of a button did, or why it did nothing. Nothing for an unknown word in the address. */
export function DoneNotice({ done, refused }: { done?: string | undefined; refused?: string | undefined }) {
  const t = useTranslations('offices');
  const known = DONE.find((one) => one === done);
  if (known !== undefined) {
    return (
      <p className="notice" role="status">
        {t(`done.${known}`)}
      </p>
    );
  }
  if (refused === undefined || !t.has(`refused.${refused}`)) return null;
  return (
    <div className="notice notice--error" role="alert">
      <p>{t(`refused.${refused}`)}</p>
    </div>
  );
}
