import { useTranslations } from 'next-intl';
import { Empty } from '#components/ui/empty.tsx';

/** No challenge fits: what else to try. */
export function NoNeed({ q }: { q: string | undefined }) {
  const t = useTranslations('needs');
  return (
    <Empty title={q ? t('noneForWords') : t('noneForFilters')}>
      {q ? <p>{t('otherSpelling')}</p> : null}
      <p>
        <a className="linkline" href="/needs">
          {t('all')}
        </a>
      </p>
      <p>
        <a className="linkline" href="/topics">
          {t('byTopic')}
        </a>
      </p>
    </Empty>
  );
}
