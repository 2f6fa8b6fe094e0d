import { useTranslations } from 'next-intl';
import { Mark } from '#components/ui/mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { TrialStrip } from './trial-strip.tsx';

export type Place = 'cities' | 'practices';

type Props = {
  isOnTrialCopy: boolean;
  /** The place that the page belongs to. */
  here?: Place | undefined;
  /** Of the page, with its query. */
  path?: string | undefined;
};

/** The head of every page: strip of the trial copy, name, places, search, languages. */
export function SiteHeader({ isOnTrialCopy, here, path }: Props) {
  return (
    <header>
      {isOnTrialCopy ? <TrialStrip /> : null}
      <Bar here={here} path={path} />
    </header>
  );
}

function Bar({ here, path }: Omit<Props, 'isOnTrialCopy'>) {
  const t = useTranslations('common');
  const current = (place: Place) => (here === place ? 'page' : undefined);
  return (
    <div className="head">
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
    </div>
  );
}
