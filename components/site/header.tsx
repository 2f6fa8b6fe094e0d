import { useTranslations } from 'next-intl';
import { Mark } from '#components/ui/mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export type Place = 'cities' | 'practices';

/** The head of every page. `here`: the place that the page belongs to. `path`: of the page, with its query. */
export function SiteHeader({ here, path }: { here?: Place | undefined; path?: string | undefined }) {
  const t = useTranslations('common');
  const current = (place: Place) => (here === place ? 'page' : undefined);
  return (
    <header className="head">
      <div className="wrap">
        <a className="name" href="/">
          <Mark />
          {t('name')}
        </a>
        <nav className="places" aria-label={t('places')}>
          <a href="/cities" aria-current={current('cities')}>
            {t('cities')}
          </a>
          <a href="/practices" aria-current={current('practices')}>
            {t('practices')}
          </a>
          <a className="findlink" href="/practices#q">
            {t('search')}
          </a>
        </nav>
        <search>
          <form className="find" action="/practices">
            <input
              type="search"
              name="q"
              aria-label={t('searchPractices')}
              placeholder={t('searchPractices')}
              maxLength={10000}
            />
          </form>
        </search>
        <LanguageSwitch path={path} />
      </div>
    </header>
  );
}
