import { type SQL, sql } from 'drizzle-orm';
import { intArray, textArray, uuidArray } from '#db/arrays.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type PracticeFilter = {
  city?: string | undefined;
  topic?: string[] | undefined;
  country?: string[] | undefined;
  sdg?: number[] | undefined;
  pillar?: string[] | undefined;
  evidence?: string[] | undefined;
  year?: string[] | undefined;
  commitment?: number[] | undefined;
};
export const FACETS = ['topic', 'sdg', 'pillar', 'country', 'evidence', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

const given = (values: readonly unknown[] | undefined): boolean => values !== undefined && values.length > 0;
const always = sql`true`;

/** One condition per filter, over the columns of `base`; true where the filter is not set. */
function conditions(filter: PracticeFilter): Record<FacetName, SQL> {
  return {
    topic: given(filter.topic) ? sql`topics && ${textArray(filter.topic ?? [])}` : always,
    sdg: given(filter.sdg) ? sql`sdgs && ${intArray(filter.sdg ?? [])}` : always,
    pillar: given(filter.pillar) ? sql`pillars && ${textArray(filter.pillar ?? [])}` : always,
    country: given(filter.country) ? sql`country = any(${textArray(filter.country ?? [])})` : always,
    evidence: given(filter.evidence) ? sql`evidence = any(${textArray(filter.evidence ?? [])})` : always,
    year: given(filter.year) ? sql`year = any(${textArray(filter.year ?? [])})` : always,
  };
}

/** Visible practices within the search's hits (null: all), with `position` as the engine ranked them. */
function base(filter: PracticeFilter, hits: readonly string[] | null): SQL {
  const from =
    hits === null
      ? sql`practice p`
      : sql`unnest(saling_shown_ids(${uuidArray(hits)})) with ordinality as hit(id, place) join practice p on p.id = hit.id`;
  const commitment = given(filter.commitment)
    ? sql`p.topics && array(select code from topic where commitment = any(${intArray(filter.commitment ?? [])}))`
    : always;
  const city = filter.city === undefined ? always : sql`c.key = ${filter.city}`;
  return sql`select p.id, p.key, p.start_year, p.topics, p.sdgs, p.pillars, p.evidence, c.country,
    case when p.start_year is null then 'unknown' when p.start_year >= 2020 then '2020-on'
      when p.start_year >= 2015 then '2015-2019' when p.start_year >= 2010 then '2010-2014' else 'before-2010' end as year,
    ${hits === null ? sql`0` : sql`hit.place`} as place
    from ${from} join city c on c.id = p.city_id where p.state = 'published' and ${city} and ${commitment}`;
}

/** Ids of one page in rank order; without a search the newest start first. `total` counts all that fit. */
export async function selectListedIds(
  tx: Tx,
  filter: PracticeFilter,
  hits: readonly string[] | null,
  page: { offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const all = Object.values(conditions(filter));
  const rows = await tx.execute<{ id: string | null; total: number }>(sql`
    with base as materialized (${base(filter, hits)}),
    fit as materialized (select id, place, start_year, key from base where ${sql.join(all, sql` and `)}),
    page as (select id, row_number() over (order by place, start_year desc nulls last, key) as n from fit
      order by n offset ${page.offset} limit ${page.limit})
    select page.id, (select count(*)::int from fit) as total from (select 1) as one left join page on true order by page.n`);
  return { ids: rows.flatMap((row) => (row.id === null ? [] : [row.id])), total: rows[0]?.total ?? 0 };
}

/** Counts of each facet's values, the other filters kept, in one statement. */
export async function countFacets(
  tx: Tx,
  filter: PracticeFilter,
  hits: readonly string[] | null,
): Promise<Record<FacetName, { value: string; count: number }[]>> {
  const own = conditions(filter);
  const values: Record<FacetName, SQL> = {
    topic: sql`unnest(topics)`,
    sdg: sql`unnest(sdgs)::text`,
    pillar: sql`unnest(pillars)`,
    country: sql`country`,
    evidence: sql`evidence`,
    year: sql`year`,
  };
  const parts = FACETS.map((facet) => {
    const others = FACETS.filter((name) => name !== facet).map((name) => own[name]);
    return sql`(select ${facet}::text as facet, ${values[facet]} as value, count(*)::int as count from base
      where ${sql.join(others, sql` and `)} group by 2)`;
  });
  const rows = await tx.execute<{ facet: FacetName; value: string; count: number }>(sql`
    with base as materialized (${base(filter, hits)})
    select * from (${sql.join(parts, sql` union all `)}) as counted order by count desc, value`);
  const result: Record<FacetName, { value: string; count: number }[]> = {
    topic: [],
    sdg: [],
    pillar: [],
    country: [],
    evidence: [],
    year: [],
  };
  for (const row of rows) result[row.facet].push({ value: row.value, count: row.count });
  return result;
}
