import { dayInWords } from '#components/cities/day.ts';
import { hostOf } from '#components/site/host.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { ForumMembership } from '#lib/cities/contract.ts';

type Props = { memberships: ForumMembership[]; mayChange: boolean };

/** Which cities are in the forum, since when, and what says so. */
export function MembershipTable({ memberships, mayChange }: Props) {
  const t = useTranslations('desk');
  const words = useTranslations('vocabulary');
  const locale = useLocale();
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'city', label: t('column.city') },
        { key: 'status', label: t('column.status') },
        { key: 'since', label: t('column.since') },
        { key: 'source', label: t('column.source') },
      ]}
      rows={memberships.map(({ city, forum, status, since, sourceUrl }) => ({
        key: `${city.slug} ${forum}`,
        cells: [
          <a key="city" href={`/cities/${city.slug}`}>
            {city.name}
          </a>,
          <div key="status">
            {forum}: {words(`forumStatus.${status}`)}{' '}
            {mayChange ? (
              <a href={`/desk/membership?${new URLSearchParams({ city: city.slug, forum })}`}>
                {t('membership.change')} <span className="hide">{city.name}</span>
              </a>
            ) : null}
          </div>,
          since === null ? t('membership.unknown') : dayInWords(since, locale),
          sourceUrl === null ? (
            t('membership.unknown')
          ) : (
            <a key="source" href={sourceUrl}>
              {hostOf(sourceUrl)}
            </a>
          ),
        ],
      }))}
    />
  );
}
