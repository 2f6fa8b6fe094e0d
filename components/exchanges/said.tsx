import { useTranslations } from '#i18n/words.ts';

type Props = { done?: string | undefined; refused?: string | undefined; other: string };

/** What the button before this page did, or why it could not. */
export function Said({ done, refused, other }: Props) {
  const t = useTranslations('exchanges');
  if (refused !== undefined) {
    const key = t.has(`refused.${refused}`) ? `refused.${refused}` : 'refused.conflict';
    return (
      <div className="notice notice--error mb-8" role="alert">
        <p>{t(key)}</p>
      </div>
    );
  }
  if (done === undefined || !t.has(`done.${done}`)) return null;
  return (
    <div className="notice mb-8" role="status">
      <p>{t(`done.${done}`, { other })}</p>
    </div>
  );
}
