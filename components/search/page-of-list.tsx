import { Pager } from '#components/ui/links.tsx';
import { useTranslations } from '#i18n/words.ts';
import { addressOf, type FilterValues } from './address.ts';

type Props = {
  path: string;
  values: FilterValues;
  /** How many records stand before this page, and how many are on it. */
  before: number;
  count: number;
  total: number;
  next: string | null;
};

/** Where in a long list the reader is. Nothing where one page holds all. */
export function PageOfList({ path, values, before, count, total, next }: Props) {
  const t = useTranslations('search');
  if (before === 0 && next === null) return null;
  const said = t('shown', { from: before + 1, to: before + count, total });
  const first = addressOf(path, { ...values, cursor: undefined });
  return (
    <Pager
      label={t('pager')}
      said={
        before === 0 ? (
          said
        ) : (
          <>
            {said} <a href={first}>{t('first')}</a>
          </>
        )
      }
      next={
        next === null ? undefined : { href: addressOf(path, { ...values, cursor: next }), label: t('next') }
      }
    />
  );
}
