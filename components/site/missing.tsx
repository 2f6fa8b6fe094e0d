import { PageTitle } from '#components/ui/page-title.tsx';
import { SearchLine } from '#components/ui/search-line.tsx';
import { useTranslations } from '#i18n/words.ts';

/** What stands where a page is not: a search box and the places to go on from. */
export function Missing() {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return (
    <>
      <PageTitle title={t('notFoundTitle')} under={t('notFoundText')} />
      <search className="read">
        <form action="/practices">
          <SearchLine
            id="q"
            name="q"
            label={t('notFoundSearch')}
            hint={t('notFoundSearchHint')}
            value=""
            button={common('search')}
          />
        </form>
      </search>
      <nav className="block read" aria-labelledby="go-on">
        <h2 id="go-on">{t('notFoundPlaces')}</h2>
        <ul className="plainlist">
          <li>
            <a href="/">{t('describe')}</a>
          </li>
          <li>
            <a href="/cities">{common('cities')}</a>
          </li>
          <li>
            <a href="/practices">{common('practices')}</a>
          </li>
        </ul>
      </nav>
    </>
  );
}
