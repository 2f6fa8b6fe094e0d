import { Notice } from '#components/ui/notice.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { IgnoredParameter } from './read-parameters.ts';

/** Says which parts of the address could not be used. Nothing when all could. */
export function Ignored({ items }: { items: IgnoredParameter[] }) {
  const t = useTranslations('search');
  if (items.length === 0) return null;
  const cut = items.find(({ cutAt }) => cutAt !== undefined);
  const parts = items
    .filter((item) => item !== cut)
    .map(({ name, value }) => `${name}=${value}`)
    .join(', ');
  return (
    <div className="mb-6">
      {cut === undefined ? null : <Notice>{t('tooLong', { maximum: cut.cutAt ?? 0 })}</Notice>}
      {parts === '' ? null : <Notice>{t('ignored', { parts })}</Notice>}
    </div>
  );
}
