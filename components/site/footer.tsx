import { useTranslations } from 'next-intl';

/** The foot of every page. One of the two theme links is shown: the one that leads away from what is seen. */
export function SiteFooter() {
  const t = useTranslations('common');
  return (
    <footer className="foot">
      <div className="wrap">
        <p>{t('notOfficial')}</p>
        <nav aria-label={t('aboutNav')}>
          <a href="/about">{t('about')}</a>
          <a href="/sources">{t('sources')}</a>
          <a href="/accessibility">{t('accessibility')}</a>
          <a className="to-dark" href="/theme?to=dark" rel="nofollow" title={t('toDark')}>
            {t('darkOrLight')}
          </a>
          <a className="to-light" href="/theme?to=light" rel="nofollow" title={t('toLight')}>
            {t('darkOrLight')}
          </a>
        </nav>
      </div>
    </footer>
  );
}
