import { sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { rowOf } from '#db/json-rows.ts';
import { city, forumMembership } from '#db/schema/cities.ts';
import { need } from '#db/schema/needs.ts';
import { practice } from '#db/schema/practices.ts';
import { type SaidFact, saidFacts } from '#lib/cities/queries.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { Translations } from '#lib/platform/language.ts';

/** Visible practices and needs under each commitment, through the topics that are filed under it. */
export async function countByCommitment(
  tx: Tx,
): Promise<Map<number, { practiceCount: number; needCount: number }>> {
  const rows = await tx.execute<{ commitment: number; practices: number; needs: number }>(sql`
    with filed as (select commitment, array_agg(code) as codes from topic group by commitment)
    select commitment,
      (select count(*)::int from practice where state = 'published' and topics && filed.codes) as practices,
      (select count(*)::int from need where state = 'published' and topics && filed.codes) as needs
    from filed order by commitment`);
  return new Map(rows.map((row) => [row.commitment, { practiceCount: row.practices, needCount: row.needs }]));
}

/**
 * One need of each of `limit` cities. Which cities changes with the day, so that none always stands in front;
 * within a day the answer is the same for everybody.
 */
export async function selectNeedsOfTheDay(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with one as (
      select distinct on (city_id) id, city_id from need where state = 'published'
      order by city_id, md5(id::text || to_char(saling_now(), 'YYYYDDD'))
    ), chosen as (
      select one.id, city.name from one join city on city.id = one.city_id
      where city.former_since is null
      order by md5(one.city_id::text || to_char(saling_now(), 'YYYYDDD')) limit ${limit}
    )
    select id from chosen order by name collate "en-x-icu", id`);
  return rows.map((row) => row.id);
}

export type ExampleRow = { needId: string; practiceId: string; topics: string[]; words: string[] };

/**
 * The best answer on record: a need, a practice with results of a city in another country, both by id, and why.
 * Held pairs and former cities are no example.
 */
export async function selectWorkedExample(tx: Tx, language: string): Promise<ExampleRow | undefined> {
  const [row] = await tx.execute<ExampleRow>(sql`
    select n.id as "needId", p.id as "practiceId", answer.reason -> 'topics' as topics,
      coalesce(answer.reason -> 'words' -> ${language}::text -> 'practice', '[]'::jsonb) as words
    from need_practice answer
    join need n on n.id = answer.need_id
    join practice p on p.id = answer.practice_id
    join city asking on asking.id = n.city_id and asking.former_since is null
    join city other on other.id = p.city_id and other.country <> asking.country and other.former_since is null
    where n.state = 'published' and p.state = 'published' and p.results is not null and p.stage is null and p.city_id <> n.city_id
      and not is_held_back(n.city_id, p.city_id)
    order by answer.score desc, n.key, p.key limit 1`);
  return row;
}

/** The practices with the latest start, one of each city at most. */
export async function selectNewestPractices(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with latest as (
      select distinct on (city_id) id, start_year, key from practice where state = 'published'
      order by city_id, start_year desc nulls last, key
    )
    select id from latest order by start_year desc nulls last, key limit ${limit}`);
  return rows.map((row) => row.id);
}

export type TitleRow = {
  kind: 'practice' | 'need' | 'city';
  id: string;
  key: string;
  title: string;
  language: string;
  translations: Translations;
  cityId: string;
};

/** Titles of the visible practices, needs and cities among these ids, with their city; in no particular order. */
export async function selectTitles(tx: Tx, ids: readonly string[]): Promise<TitleRow[]> {
  const wanted = uuidArray(ids);
  const rows = await tx.execute<TitleRow>(sql`
    select 'practice' as kind, id, key, title, language, translations, city_id as "cityId"
      from practice where state = 'published' and id = any(${wanted})
    union all select 'need', id, key, title, language, translations, city_id from need where state = 'published' and id = any(${wanted})
    union all select 'city', id, key, name, language, translations, id from city where id = any(${wanted})`);
  return [...rows];
}

type Json = Readonly<Record<string, unknown>>;
export type CityPageRows = {
  city: typeof city.$inferSelect;
  said: SaidFact[];
  memberships: (typeof forumMembership.$inferSelect)[];
  needs: (typeof need.$inferSelect)[];
  practices: (typeof practice.$inferSelect)[];
  /** Slug, latitude, longitude. */
  around: [slug: string, latitude: number, longitude: number][];
};

/** As far as a map of a city's surroundings can reach, in degrees. */
const AROUND = { latitude: 10, longitude: 20 };

/** All that the page of a city shows, in one statement: it is the page that is asked for most. */
export async function selectCityPage(tx: Tx, slug: string): Promise<CityPageRows | undefined> {
  const [found] = await tx.execute<{
    city: Json;
    said: SaidFact[];
    memberships: Json[];
    needs: Json[];
    practices: Json[];
    around: CityPageRows['around'];
  }>(sql`
    select to_json(c) as city, ${saidFacts(sql`c.id`)} as said,
      (select coalesce(json_agg(m order by m.forum), '[]') from forum_membership m where m.city_id = c.id) as memberships,
      (select coalesce(json_agg(n order by n.key), '[]') from need n
        where n.city_id = c.id and n.state = 'published') as needs,
      (select coalesce(json_agg(p order by p.start_year desc nulls last, p.key), '[]') from practice p
        where p.city_id = c.id and p.state = 'published') as practices,
      (select coalesce(json_agg(json_build_array(o.key, o.latitude, o.longitude) order by o.key), '[]') from city o
        where o.former_since is null
          and o.latitude between c.latitude - ${AROUND.latitude} and c.latitude + ${AROUND.latitude}
          and o.longitude between c.longitude - ${AROUND.longitude} and c.longitude + ${AROUND.longitude}) as around
    from city c where c.key = ${slug}`);
  if (found === undefined) return undefined;
  return {
    city: rowOf(city, found.city),
    said: found.said,
    memberships: found.memberships.map((row) => rowOf(forumMembership, row)),
    needs: found.needs.map((row) => rowOf(need, row)),
    practices: found.practices.map((row) => rowOf(practice, row)),
    around: found.around,
  };
}
