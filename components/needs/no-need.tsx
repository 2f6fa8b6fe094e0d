import { Empty } from '#components/ui/empty.tsx';
import { useTranslations } from '#i18n/words.ts';

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
