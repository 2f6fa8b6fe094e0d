import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { cityFact } from '#db/schema/facts.ts';
import { need } from '#db/schema/needs.ts';
import { practice } from '#db/schema/practices.ts';
import { newsAsk, profileRound } from '#db/schema/profile.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { Translations } from '#lib/platform/language.ts';
import type { Statement } from './contract.ts';

export type RoundRow = typeof profileRound.$inferSelect;
export type StatementRow = {
  kind: Statement['kind'];
  key: string;
  title: string;
  language: string;
  translations: Translations;
  confirmedAt: Date;
};

/** What the city says itself and shows: not what was compiled, not what it has withdrawn. */
const isStated = (table: typeof practice | typeof need, isTrial: boolean): SQL | undefined =>
  and(
    eq(table.state, 'published'),
    eq(table.origin, 'city'),
    eq(table.isTrial, isTrial),
    isNotNull(table.confirmedAt),
  );

/** Of the city itself: what it states of its facts. */
const isStatedFact = (cityId: string, isTrial: boolean): SQL | undefined =>
  and(eq(cityFact.cityId, cityId), eq(cityFact.isTrial, isTrial), eq(cityFact.state, 'stated'));

/** The city's own statements, the longest unconfirmed first. */
export async function selectStatements(tx: Tx, cityId: string, isTrial: boolean): Promise<StatementRow[]> {
  const shown = (table: typeof practice | typeof need) => ({
    key: table.key,
    title: table.title,
    language: table.language,
    translations: table.translations,
    confirmedAt: sql<Date>`${table.confirmedAt}`.mapWith(table.confirmedAt),
  });
  const oldest = sql<Date>`min(${cityFact.confirmedAt})`.mapWith(cityFact.confirmedAt);
  const facts = await tx
    .select({ key: city.key, title: city.name, confirmedAt: oldest })
    .from(city)
    .innerJoin(cityFact, and(eq(cityFact.cityId, city.id), isStatedFact(cityId, isTrial)))
    .groupBy(city.key, city.name);
  const needs = await tx
    .select(shown(need))
    .from(need)
    .where(and(eq(need.cityId, cityId), isStated(need, isTrial)));
  const practices = await tx
    .select(shown(practice))
    .from(practice)
    .where(and(eq(practice.cityId, cityId), isStated(practice, isTrial)));
  return [
    ...facts.map((row) => ({ kind: 'city' as const, language: 'en', translations: {}, ...row })),
    ...needs.map((row) => ({ kind: 'need' as const, ...row })),
    ...practices.map((row) => ({ kind: 'practice' as const, ...row })),
  ].sort((a, b) => a.confirmedAt.getTime() - b.confirmedAt.getTime());
}

/** Confirms all of them as of now; how many of each. Their texts stay, so their versions do. */
export async function confirmStatements(
  tx: Tx,
  cityId: string,
  isTrial: boolean,
): Promise<{ cities: number; needs: number; practices: number }> {
  const confirmedAt = sql`saling_now()`;
  const facts = await tx
    .update(cityFact)
    .set({ confirmedAt })
    .where(isStatedFact(cityId, isTrial))
    .returning({ key: cityFact.key });
  const needs = await tx
    .update(need)
    .set({ confirmedAt })
    .where(and(eq(need.cityId, cityId), isStated(need, isTrial)))
    .returning({ id: need.id });
  const practices = await tx
    .update(practice)
    .set({ confirmedAt })
    .where(and(eq(practice.cityId, cityId), isStated(practice, isTrial)))
    .returning({ id: practice.id });
  return { cities: Math.min(facts.length, 1), needs: needs.length, practices: practices.length };
}

/** Takes turns with others who are at the profile of this city. */
export async function lockProfile(tx: Tx, cityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310431, hashtext(${cityId}))`);
}

export async function selectRound(tx: Tx, cityId: string): Promise<RoundRow | null> {
  const [row] = await tx.select().from(profileRound).where(eq(profileRound.cityId, cityId));
  return row ?? null;
}

export async function selectRoundById(tx: Tx, id: string): Promise<RoundRow | null> {
  const [row] = await tx.select().from(profileRound).where(eq(profileRound.id, id));
  return row ?? null;
}

export function selectFadedRounds(tx: Tx): Promise<RoundRow[]> {
  return tx.select().from(profileRound).where(isNotNull(profileRound.fadedAt));
}

export async function insertRound(tx: Tx, row: typeof profileRound.$inferInsert): Promise<void> {
  await tx.insert(profileRound).values(row);
}

export async function updateRound(
  tx: Tx,
  cityId: string,
  row: { fadedAt: Date } | { withdrawalAskedAt: Date },
): Promise<void> {
  await tx.update(profileRound).set(row).where(eq(profileRound.cityId, cityId));
}

export async function deleteRound(tx: Tx, cityId: string): Promise<void> {
  await tx.delete(profileRound).where(eq(profileRound.cityId, cityId));
}

/** When a secretariat last asked a city for news: full days and minutes ago. */
export type RecentAsk = { id: string; days: number; minutes: number };

/** In the world of the reader. */
export async function lockAsk(tx: Tx, cityId: string): Promise<RecentAsk | undefined> {
  const ago = sql`extract(epoch from saling_now() - ${newsAsk.askedAt})`;
  const [row] = await tx
    .select({
      id: newsAsk.id,
      days: sql<number>`floor(${ago} / 86400)::int`,
      minutes: sql<number>`floor(${ago} / 60)::int`,
    })
    .from(newsAsk)
    .where(eq(newsAsk.cityId, cityId))
    .for('update');
  return row;
}

export async function selectAsk(tx: Tx, id: string): Promise<{ id: string } | undefined> {
  const [row] = await tx.select({ id: newsAsk.id }).from(newsAsk).where(eq(newsAsk.id, id));
  return row;
}

export async function upsertAsk(
  tx: Tx,
  { cityId, id, isTrial }: { cityId: string; id: string; isTrial: boolean },
): Promise<void> {
  const askedAt = sql`saling_now()`;
  await tx
    .insert(newsAsk)
    .values({ cityId, id, isTrial, askedAt })
    .onConflictDoUpdate({ target: [newsAsk.cityId, newsAsk.isTrial], set: { id, askedAt } });
}

export async function deleteAsk(tx: Tx, id: string): Promise<void> {
  await tx.delete(newsAsk).where(eq(newsAsk.id, id));
}

/** Cities that were asked within so many days, in the world of the reader. */
export function selectAsks(tx: Tx, days: number): Promise<{ slug: string; askedAt: Date }[]> {
  return tx
    .select({ slug: city.key, askedAt: newsAsk.askedAt })
    .from(newsAsk)
    .innerJoin(city, eq(city.id, newsAsk.cityId))
    .where(sql`${newsAsk.askedAt} > saling_now() - make_interval(days => ${days})`);
}

/** Cities with a statement that nobody has confirmed since, and those that are being asked. */
export async function selectCandidates(tx: Tx, since: Date): Promise<string[]> {
  const isOld = sql`state = 'published' and origin = 'city' and not is_trial and confirmed_at <= ${since.toISOString()}::timestamptz`;
  const rows = await tx.execute<{ id: string }>(sql`
    select city_id as id from city_fact where state = 'stated' and not is_trial and confirmed_at <= ${since.toISOString()}::timestamptz
    union select city_id from need where ${isOld}
    union select city_id from practice where ${isOld}
    union select city_id from profile_round`);
  return rows.map((row) => row.id);
}
