import { SearchLine } from '#components/ui/search-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import { MAX_QUERY } from '#lib/platform/fields.ts';
import { addressOf, type FilterValues } from './address.ts';
import { HiddenValues } from './hidden-values.tsx';
import { IDS } from './live-page.ts';

type Props = {
  path: string;
  label: string;
  hint: string;
  q: string;
  /** Filters that stay when other words are asked for. */
  kept: FilterValues;
};

/** The box of a list; a plain form. Links lead to a search of everything, and on a phone to the filters below. */
export function SearchForm({ path, label, hint, q, kept }: Props) {
  const t = useTranslations('search');
  return (
    <>
      <search>
        <form id={IDS.search} action={path} className="read">
          <SearchLine id="q" name="q" label={label} hint={hint} value={q} button={t('button')} />
          <HiddenValues values={kept} />
        </form>
      </search>
      <p className="more noprint">
        <a className="lg:hidden" href="#narrow">
          {t('narrow')}
        </a>
        <a href={addressOf('/search', { q: q.slice(0, MAX_QUERY).toWellFormed() })} data-follows="">
          {t('everywhere')}
        </a>
      </p>
    </>
  );
}
