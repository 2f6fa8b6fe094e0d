import { sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
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
 * Held pairs are no example.
 */
export async function selectWorkedExample(tx: Tx, language: string): Promise<ExampleRow | undefined> {
  const [row] = await tx.execute<ExampleRow>(sql`
    select n.id as "needId", p.id as "practiceId", answer.reason -> 'topics' as topics,
      coalesce(answer.reason -> 'words' -> ${language}::text -> 'practice', '[]'::jsonb) as words
    from need_practice answer
    join need n on n.id = answer.need_id
    join practice p on p.id = answer.practice_id
    join city asking on asking.id = n.city_id
    join city other on other.id = p.city_id and other.country <> asking.country
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
