import { dayInWords } from '#components/cities/day.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';

/**
 * The foot of every page. On paper it says where the page came from and when.
 * One of the two theme links is shown: the one that leads away from what is seen.
 */
export function SiteFooter({ address }: { address?: string | undefined }) {
  const t = useTranslations('common');
  const date = dayInWords(new Date().toISOString().slice(0, 10), useLocale());
  return (
    <footer className="foot">
      <div className="wrap">
        <p>{t('notOfficial')}</p>
        {address ? <p className="onpaper">{t('printedFrom', { address, date })}</p> : null}
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
