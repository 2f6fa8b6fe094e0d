import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { city, forumMembership } from '#db/schema/cities.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { FactKey, FactValue } from './contract.ts';

export type CityRow = typeof city.$inferSelect;
export type CityInsert = typeof city.$inferInsert;
export type MembershipRow = typeof forumMembership.$inferSelect;
/** A fact as the city says it. In the world of the reader: at a desk of the trial copy its own word comes first. */
export type SaidFact = {
  key: FactKey;
  state: 'stated' | 'removed';
  value: FactValue | null;
  year: number | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  confirmedAt: string | null;
};
/** `city`: what the data files say of its facts; `said`: what the city says instead. */
export type CityWithCounts = { city: CityRow; said: SaidFact[]; needCount: number; practiceCount: number };

const needCount = sql<number>`(select count(*)::int from need where need.state = 'published' and need.city_id = city.id)`;
const practiceCount = sql<number>`(select count(*)::int from practice where practice.state = 'published' and practice.city_id = city.id)`;

/**
 * What the city with this database id says of its facts, as JSON. Of one key the word of a trial desk comes last,
 * and so wins where it is read into a map.
 */
export const saidFacts = (cityId: SQL): SQL<SaidFact[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'state', f.state, 'value', f.value, 'year', f.year, 'sourceTitle', f.source_title, 'sourceUrl', f.source_url, 'confirmedAt', f.confirmed_at) order by f.is_trial), '[]'::jsonb) from city_fact f where f.city_id = ${cityId} and f.state <> 'unsaid' and (not f.is_trial or saling_is_trial()))`;
const said = saidFacts(sql`city.id`);

/** Cities in alphabetical order of their English name, with the number of visible records of each. */
export function selectCities(tx: Tx, where?: SQL): Promise<CityWithCounts[]> {
  return tx
    .select({ city, said, needCount, practiceCount })
    .from(city)
    .where(where)
    .orderBy(sql`${city.name} collate "en-x-icu"`, asc(city.key));
}

export async function selectCity(tx: Tx, slug: string): Promise<CityWithCounts | undefined> {
  const [row] = await selectCities(tx, eq(city.key, slug));
  return row;
}

export function selectCitiesById(tx: Tx, ids: readonly string[]): Promise<CityRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(city)
    .where(sql`${city.id} = any(${uuidArray(ids)})`);
}

/** Memberships of the city of this slug, or of all. */
export function selectMemberships(tx: Tx, slug?: string): Promise<MembershipRow[]> {
  const isOwn = sql`${forumMembership.cityId} = (select id from city where key = ${slug})`;
  return tx
    .select()
    .from(forumMembership)
    .where(slug === undefined ? undefined : isOwn)
    .orderBy(asc(forumMembership.forum));
}

/** Topics of a city's visible needs and practices, by city id. */
export async function selectTopicsByCity(tx: Tx): Promise<Map<string, Set<string>>> {
  const rows = await tx.execute<{ city_id: string; topic: string }>(sql`
    select distinct city_id, unnest(topics) as topic from need where state = 'published'
    union select distinct city_id, unnest(topics) from practice where state = 'published'`);
  const byCity = new Map<string, Set<string>>();
  for (const row of rows) byCity.set(row.city_id, (byCity.get(row.city_id) ?? new Set()).add(row.topic));
  return byCity;
}

export async function lockCity(tx: Tx, slug: string): Promise<CityRow | null> {
  const [row] = await tx.select().from(city).where(eq(city.key, slug)).for('update');
  return row ?? null;
}

export async function insertCity(tx: Tx, row: CityInsert): Promise<void> {
  await tx.insert(city).values(row);
}

export async function updateCity(
  tx: Tx,
  id: string,
  version: number,
  row: Partial<CityInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(city)
    .set({ ...row, version: version + 1, updatedAt: sql`saling_now()` })
    .where(and(eq(city.id, id), eq(city.version, version)))
    .returning({ id: city.id });
  return changed.length === 1;
}

/** What an officer recorded stays. */
export async function replaceMemberships(
  tx: Tx,
  cityId: string,
  rows: (typeof forumMembership.$inferInsert)[],
): Promise<void> {
  await tx
    .delete(forumMembership)
    .where(and(eq(forumMembership.cityId, cityId), isNull(forumMembership.recordedAt)));
  if (rows.length > 0) await tx.insert(forumMembership).values(rows).onConflictDoNothing();
}

/** Locked, so that of two officers the second sees what the first wrote. `isFresh`: for so many minutes now. */
export async function lockMembership(
  tx: Tx,
  cityId: string,
  forum: MembershipRow['forum'],
  minutes: number,
): Promise<(MembershipRow & { isFresh: boolean }) | undefined> {
  const isFresh = sql<boolean>`coalesce(${forumMembership.recordedAt} > saling_now() - make_interval(mins => ${minutes}), false)`;
  const [found] = await tx
    .select({ row: forumMembership, isFresh })
    .from(forumMembership)
    .where(and(eq(forumMembership.cityId, cityId), eq(forumMembership.forum, forum)))
    .for('update');
  return found && { ...found.row, isFresh: found.isFresh };
}

/** An officer's word about a city in her forum, with what stood there before it. */
export async function recordMembership(
  tx: Tx,
  row: Omit<MembershipRow, 'recordedAt' | 'before'>,
  was: MembershipRow | undefined,
): Promise<void> {
  const { status, sinceOn, sourceUrl } = row;
  const recordedAt = sql`saling_now()`;
  const before = {
    row: was === undefined ? null : { ...plain(was), recordedAt: was.recordedAt?.toISOString() ?? null },
  };
  await tx
    .insert(forumMembership)
    .values({ ...row, recordedAt, before })
    .onConflictDoUpdate({
      target: [forumMembership.cityId, forumMembership.forum],
      set: { status, sinceOn, sourceUrl, recordedAt, before },
    });
}

const plain = ({ status, sinceOn, sourceUrl }: MembershipRow) => ({ status, sinceOn, sourceUrl });

/** Puts back what stood there before the last word, or nothing where nothing did. */
export async function restoreMembership(tx: Tx, { cityId, forum, before }: MembershipRow): Promise<void> {
  const isThis = and(eq(forumMembership.cityId, cityId), eq(forumMembership.forum, forum));
  const was = before?.row ?? null;
  if (was === null) {
    await tx.delete(forumMembership).where(isThis);
    return;
  }
  const recordedAt = was.recordedAt === null ? null : new Date(was.recordedAt);
  await tx
    .update(forumMembership)
    .set({ ...was, recordedAt, before: null })
    .where(isThis);
}

/** Cities of which the data say that a membership is not known, and that no officer of the forum has answered. */
export function selectUnansweredMemberships(tx: Tx, forums: MembershipRow['forum'][]): Promise<CityRow[]> {
  return tx
    .select()
    .from(city)
    .where(
      and(
        isNull(city.formerSince),
        sql`(${city.forumsNote} is not null or exists (select 1 from forum_membership m where m.city_id = city.id and m.status = 'to-be-confirmed' and m.forum in ${forums}))`,
        sql`not exists (select 1 from forum_membership m where m.city_id = city.id and m.recorded_at is not null and m.status <> 'to-be-confirmed' and m.forum in ${forums})`,
      ),
    )
    .orderBy(asc(city.name));
}

export async function selectCityIds(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.select({ id: city.id, key: city.key }).from(city);
  return new Map(rows.map((row) => [row.key, row.id]));
}
