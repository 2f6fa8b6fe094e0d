import { addressOf, type FilterValues } from '#components/search/address.ts';
import { Local } from '#components/site/local.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Topic } from '#lib/topics/contract.ts';

type Props = { q: string | undefined; values: FilterValues; pointed: Topic[] };

/** No practice fits: topics that the words point to, the same words without filters, another way to ask. */
export function NoPractice({ q, values, pointed }: Props) {
  const t = useTranslations('practices');
  const { q: _words, ...filters } = values;
  const isFiltered = Object.values(filters).some((value) => [value ?? []].flat().length > 0);
  return (
    <Empty title={q ? t('noneForWords') : t('noneForFilters')}>
      {pointed.length > 0 ? (
        <>
          <p>{t('pointTo')}</p>
          <ul>
            {pointed.map((topic) => (
              <li key={topic.code}>
                <a className="linkline" href={addressOf('/practices', { topic: topic.code })}>
                  <Local of={topic.label} />
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isFiltered ? (
        <p>
          <a className="linkline" href={addressOf('/practices', { q })}>
            {q ? t('withoutFilters') : t('allPractices')}
          </a>
        </p>
      ) : null}
      {q ? <p>{t('otherSpelling')}</p> : null}
      <p>
        <a className="linkline" href="/topics">
          {t('byTopic')}
        </a>
      </p>
    </Empty>
  );
}
