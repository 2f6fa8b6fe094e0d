import { Mark } from '#components/ui/mark.tsx';
import { useTranslations } from '#i18n/words.ts';
import { AccountLinks } from './account-links.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { TrialStrip } from './trial-strip.tsx';
import type { Who } from './who.ts';

const OWN_PLACES = {
  'our-city': { href: '/our-city', label: 'ourCity' },
  desk: { href: '/desk', label: 'ourDesk' },
} as const;
export type Place = 'cities' | 'practices' | keyof typeof OWN_PLACES;

export type HeaderProps = {
  isOnTrialCopy: boolean;
  /** Null for a visitor. */
  who: Who | null;
  /** Ends the session of who is signed in. */
  leave: () => Promise<void>;
  /** The place that the page belongs to. */
  here?: Place | undefined;
  /** Of the page, with its query. */
  path?: string | undefined;
};

/** The head of every page: strip of the trial copy, name, places, search, languages, office. */
export function SiteHeader({ isOnTrialCopy, ...bar }: HeaderProps) {
  return (
    <header>
      {isOnTrialCopy ? <TrialStrip who={bar.who} leave={bar.leave} /> : null}
      <Bar {...bar} />
    </header>
  );
}

function Bar({ who, leave, here, path }: Omit<HeaderProps, 'isOnTrialCopy'>) {
  const t = useTranslations('common');
  return (
    <div className="head">
      <div className="wrap">
        <a className="name" href="/">
          <Mark />
          {t('name')}
        </a>
        <Places who={who} here={here} />
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
        <div className="tools">
          <LanguageSwitch path={path} />
          <AccountLinks who={who} leave={leave} path={path} />
        </div>
      </div>
    </div>
  );
}

function Places({ who, here }: Pick<HeaderProps, 'who' | 'here'>) {
  const t = useTranslations('common');
  const current = (place: Place) => (here === place ? 'page' : undefined);
  return (
    <nav className="places" aria-label={t('places')}>
      {who?.places.map((place) => (
        <a key={place} href={OWN_PLACES[place].href} aria-current={current(place)}>
          {t(OWN_PLACES[place].label)}
        </a>
      ))}
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
  );
}
