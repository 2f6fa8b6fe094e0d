import type { ReactNode } from 'react';
import { addressOf, type FilterValues } from '#components/search/address.ts';
import { Empty } from '#components/ui/empty.tsx';
import { useTranslations } from '#i18n/words.ts';

/** No city fits: the same name without filters, all cities, or another way to ask. */
export function NoCity({ values: { q, view, ...filters } }: { values: FilterValues }) {
  const t = useTranslations('cities');
  const isFiltered = Object.values(filters).some((value) => [value ?? []].flat().length > 0);
  const problem = (words: ReactNode) => (
    <a key="a" href="/#problem">
      {words}
    </a>
  );
  return (
    <Empty title={q ? t('emptyName', { q: String(q) }) : t('emptyTitle')}>
      {q && isFiltered ? (
        <p>
          <a className="linkline" href={addressOf('/cities', { q, view })}>
            {t('emptyWithoutFilters')}
          </a>
        </p>
      ) : null}
      {q ? <p>{t('emptySpelling')}</p> : null}
      <p>
        <a className="linkline" href={addressOf('/cities', { view })}>
          {t('emptyAll')}
        </a>
      </p>
      <p>{t.rich('emptyProblem', { a: problem })}</p>
    </Empty>
  );
}
