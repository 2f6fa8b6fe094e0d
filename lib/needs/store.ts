import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { intArray, textArray, uuidArray } from '#db/arrays.ts';
import { need } from '#db/schema/needs.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type NeedRow = typeof need.$inferSelect;
export type NeedInsert = typeof need.$inferInsert;
export type NeedFilter = {
  city?: string | undefined;
  topic?: string[] | undefined;
  country?: string[] | undefined;
  commitment?: number[] | undefined;
};

/**
 * Row policies let a city's own people see what it has withdrawn; what everybody reads never holds it. Of two with one
 * key a person meets one; jobs meet the real one, not what a desk of the trial copy has laid over it.
 */
const isPublished = eq(need.state, 'published');

export async function selectNeed(tx: Tx, key: string): Promise<NeedRow | undefined> {
  const [row] = await tx
    .select()
    .from(need)
    .where(and(eq(need.key, key), isPublished))
    .orderBy(need.isTrial)
    .limit(1);
  return row;
}

/** In whatever state, for the city's own people: others see only what is published. */
export async function selectOwnNeed(tx: Tx, key: string): Promise<NeedRow | undefined> {
  const [row] = await tx.select().from(need).where(eq(need.key, key)).orderBy(need.isTrial).limit(1);
  return row;
}

export async function selectOwnNeedById(tx: Tx, id: string): Promise<NeedRow | undefined> {
  const [row] = await tx.select().from(need).where(eq(need.id, id));
  return row;
}

/** Needs of one city in whatever state, the latest change first. */
export function selectOwnNeedsOfCity(tx: Tx, cityId: string): Promise<NeedRow[]> {
  return tx.select().from(need).where(eq(need.cityId, cityId)).orderBy(desc(need.updatedAt), asc(need.key));
}

/** In no particular order; ids that are hidden or gone are left out. */
export function selectNeedsById(tx: Tx, ids: readonly string[]): Promise<NeedRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(need)
    .where(and(sql`${need.id} = any(${uuidArray(ids)})`, isPublished));
}

/** Published needs that are not open to everybody, as far as the actor may see them. */
export function selectRestrictedNeeds(tx: Tx): Promise<NeedRow[]> {
  return tx
    .select()
    .from(need)
    .where(and(isPublished, ne(need.audience, 'public')))
    .orderBy(asc(need.key))
    .limit(MOST_RESTRICTED);
}
const MOST_RESTRICTED = 2000;

/** Every published need that the actor may see, by key: for jobs that index and match. */
export function selectAllNeeds(tx: Tx): Promise<NeedRow[]> {
  return tx.select().from(need).where(isPublished).orderBy(asc(need.key));
}

export type NeedFacts = { id: string; country: string; topics: string[]; isFormer: boolean };

/** Visible needs within the hits (null: all) in rank order, else in alphabetical order of city. */
export async function selectNeedFacts(
  tx: Tx,
  filter: NeedFilter,
  hits: readonly string[] | null,
): Promise<NeedFacts[]> {
  const from =
    hits === null
      ? sql`need n`
      : sql`unnest(saling_shown_ids(${uuidArray(hits)})) with ordinality as hit(id, place) join need n on n.id = hit.id`;
  const where: SQL[] = [sql`n.state = 'published'`];
  if (filter.city !== undefined) where.push(sql`c.key = ${filter.city}`);
  if (filter.commitment !== undefined && filter.commitment.length > 0) {
    where.push(
      sql`n.topics && array(select code from topic where commitment = any(${intArray(filter.commitment)}))`,
    );
  }
  const order = hits === null ? sql`c.name collate "en-x-icu", n.key` : sql`hit.place`;
  const rows = await tx.execute<NeedFacts>(sql`
    select n.id, c.country, n.topics, c.former_since is not null as "isFormer" from ${from} join city c on c.id = n.city_id
    where ${sql.join(where, sql` and `)} order by ${order}`);
  return [...rows];
}

/** Needs of present cities that share the most of these topics, alphabetical by key among equals. */
export function selectNeedsByTopics(
  tx: Tx,
  topics: readonly string[],
  options: { exceptCityId?: string; limit: number },
): Promise<NeedRow[]> {
  const shared = sql`cardinality(array(select unnest(${need.topics}) intersect select unnest(${textArray(topics)})))`;
  return tx
    .select()
    .from(need)
    .where(
      and(
        isPublished,
        sql`${need.topics} && ${textArray(topics)}`,
        sql`not exists (select 1 from city where city.id = ${need.cityId} and city.former_since is not null)`,
        options.exceptCityId === undefined ? undefined : sql`${need.cityId} <> ${options.exceptCityId}`,
      ),
    )
    .orderBy(sql`${shared} desc`, asc(need.key))
    .limit(options.limit);
}

/** Real ones over which a desk of the trial copy has laid one of its own, shown or withdrawn. For jobs. */
export async function selectCoveredNeeds(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select r.id from need r join need o on o.key = r.key and o.is_trial where not r.is_trial`,
  );
  return rows.map((row) => row.id);
}

export async function lockNeed(tx: Tx, key: string): Promise<NeedRow | null> {
  const [row] = await tx
    .select()
    .from(need)
    .where(eq(need.key, key))
    .orderBy(need.isTrial)
    .limit(1)
    .for('update');
  return row ?? null;
}

export async function insertNeed(tx: Tx, row: NeedInsert): Promise<void> {
  await tx.insert(need).values(row);
}

export async function deleteNeed(tx: Tx, id: string): Promise<void> {
  await tx.delete(need).where(eq(need.id, id));
}

/** False when somebody else changed the record since `version` was read. */
export async function updateNeed(
  tx: Tx,
  id: string,
  version: number,
  row: Partial<NeedInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(need)
    .set({ ...row, version: version + 1, updatedAt: sql`saling_now()` })
    .where(and(eq(need.id, id), eq(need.version, version)))
    .returning({ id: need.id });
  return changed.length === 1;
}

export async function selectNeedIdsOfTopic(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx
    .select({ id: need.id })
    .from(need)
    .where(sql`${need.topics} @> ${textArray([code])}`);
  return rows.map((row) => row.id);
}
