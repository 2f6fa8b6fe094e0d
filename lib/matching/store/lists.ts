import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { uuidArray } from '#db/arrays.ts';
import { city } from '#db/schema/cities.ts';
import {
  matchEvidence,
  matchPrice,
  needPractice,
  type StoredCover,
  type StoredReason,
} from '#db/schema/matching.ts';
import { need } from '#db/schema/needs.ts';
import { practice } from '#db/schema/practices.ts';
import type { FactKey } from '#lib/cities/contract.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { MatchMode } from '#lib/matching/contract.ts';

export type { StoredCover, StoredReason };
export type RankedRow = { id: string; key: string; score: number; reason: StoredReason };

const isNoHeldPair = sql`not is_held_back(${need.cityId}, ${practice.cityId})`;

/**
 * Visible practices that answer the need, most relevant first, equals by key. To set a practice beside a need is
 * to suggest its city to the other one, so held pairs are left out.
 */
export function selectAnswers(tx: Tx, needId: string, limit: number): Promise<RankedRow[]> {
  return tx
    .select({ id: practice.id, key: practice.key, score: needPractice.score, reason: needPractice.reason })
    .from(needPractice)
    .innerJoin(practice, eq(practice.id, needPractice.practiceId))
    .innerJoin(need, eq(need.id, needPractice.needId))
    .where(and(eq(needPractice.needId, needId), isNoHeldPair, eq(practice.state, 'published')))
    .orderBy(desc(needPractice.score), asc(practice.key))
    .limit(limit);
}

/** Visible needs of present cities that the practice answers, most relevant first, equals by key; no held pairs. */
export function selectAnswered(tx: Tx, practiceId: string, limit: number): Promise<RankedRow[]> {
  return tx
    .select({ id: need.id, key: need.key, score: needPractice.score, reason: needPractice.reason })
    .from(needPractice)
    .innerJoin(need, eq(need.id, needPractice.needId))
    .innerJoin(practice, eq(practice.id, needPractice.practiceId))
    .innerJoin(city, and(eq(city.id, need.cityId), isNull(city.formerSince)))
    .where(and(eq(needPractice.practiceId, practiceId), isNoHeldPair, eq(need.state, 'published')))
    .orderBy(desc(needPractice.score), asc(need.key))
    .limit(limit);
}

export type DirectionRow = {
  cityId: string;
  otherCityId: string;
  covers: StoredCover[];
  coveredNeeds: number;
};

/** What is stored of the pairs between the city and these others, in both directions. */
export function selectDirections(tx: Tx, cityId: string, others: readonly string[]): Promise<DirectionRow[]> {
  if (others.length === 0) return Promise.resolve([]);
  const columns = {
    cityId: matchEvidence.cityId,
    otherCityId: matchEvidence.otherCityId,
    covers: matchEvidence.covers,
    coveredNeeds: matchEvidence.coveredNeeds,
  };
  const ids = uuidArray(others);
  const isOfThisWorld = sql`${matchEvidence.isTrial} = (select saling_reads_trial_matches())`;
  const from = (where: ReturnType<typeof and>) =>
    tx.select(columns).from(matchEvidence).where(and(where, isOfThisWorld));
  return from(
    and(eq(matchEvidence.cityId, cityId), sql`${matchEvidence.otherCityId} = any(${ids})`),
  ).unionAll(from(and(eq(matchEvidence.otherCityId, cityId), sql`${matchEvidence.cityId} = any(${ids})`)));
}

/**
 * A digest of all that a match page of the city can show to this reader: its pairs, and every record of the
 * cities in them. Undefined for an unknown city.
 */
export async function selectMatchStamp(tx: Tx, slug: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ stamp: string | null }>(sql`
    with own as (select id from city where key = ${slug}), pair as (
      select city_id, other_city_id, digest from match_evidence where city_id = (select id from own)
      union all
      select city_id, other_city_id, digest from match_evidence where other_city_id = (select id from own)
    ), shown as (
      select id from own union select city_id from pair union select other_city_id from pair
    ), part as (
      select concat(city_id, other_city_id, digest) as said from pair
      union all select concat(id, version) from city where id in (select id from shown)
      union all select concat(city_id, key, is_trial, version) from city_fact where city_id in (select id from shown)
      union all select concat(city_id, month, places > taken) from hosting_month where city_id in (select id from shown) and is_trial = saling_is_trial()
      union all select concat(id, said) from city_tie where city_id = (select id from own) or other_city_id = (select id from own)
      union all select concat(id, version) from need where city_id in (select id from shown)
      union all select concat(id, version) from practice where city_id in (select id from shown)
    )
    select md5(string_agg(said, ' ' order by said collate "C")) as stamp from part`);
  return row?.stamp ?? undefined;
}

export type CityFacts = {
  id: string;
  slug: string;
  country: string;
  population: number | null;
  isCoastal: boolean | null;
  timeZone: string;
  languages: string[];
  formerSince: string | null;
  /** Present instant. */
  now: Date | string;
  needs: number;
  practices: number;
};

/** As the city says it, where it does. */
const known = (key: FactKey, compiled: SQL): SQL => sql`saling_fact(${city.id}, ${key}, ${compiled})`;
const KNOWN = {
  population: sql<number | null>`(${known('population', sql`to_jsonb(${city.population})`)} #>> '{}')::int`,
  isCoastal: sql<
    boolean | null
  >`(${known('coast', sql`to_jsonb(case when ${city.isCoastal} then 'coastal' when not ${city.isCoastal} then 'inland' end)`)} #>> '{}') = 'coastal'`,
  languages: sql<
    string[]
  >`array(select jsonb_array_elements_text(nullif(${known('languages', sql`to_jsonb(${city.languages})`)}, 'null'::jsonb)))`,
};

const columns = {
  id: city.id,
  slug: city.key,
  country: city.country,
  ...KNOWN,
  timeZone: city.timeZone,
  formerSince: city.formerSince,
  now: sql<Date | string>`saling_now()`,
  needs: sql<number>`(select count(*)::int from need where need.state = 'published' and need.city_id = city.id and (not need.is_trial or saling_is_trial()))`,
  practices: sql<number>`(select count(*)::int from practice where practice.state = 'published' and practice.city_id = city.id and (not practice.is_trial or saling_is_trial()))`,
};

export async function selectCityFacts(tx: Tx, slug: string): Promise<CityFacts | undefined> {
  const [row] = await tx.select(columns).from(city).where(eq(city.key, slug));
  return row;
}

/** Facts of the cities among these ids, in no particular order. */
export function selectFacts(tx: Tx, ids: readonly string[]): Promise<CityFacts[]> {
  return tx
    .select(columns)
    .from(city)
    .where(sql`${city.id} = any(${uuidArray(ids)})`);
}

export type CandidateRow = Pick<CityFacts, 'id' | 'slug' | 'country'> & {
  learn: number | null;
  share: number | null;
  price: number;
  isFull: boolean;
};

/**
 * Cities from which the city of this slug can learn, with what they can learn from it; no more than a ranking needs,
 * as there can be hundreds. Held pairs and former cities are absent; none for an unknown slug.
 */
export async function selectCandidates(tx: Tx, slug: string, mode: MatchMode): Promise<CandidateRow[]> {
  const rows = await tx.execute<CandidateRow>(sql`
    with hosting as (
      select h.city_id, bool_or(h.taken < h.places and h.month >= extract(month from saling_now())) as is_free
      from hosting_month h
      where h.year = extract(year from saling_now()) and h.is_trial = (select saling_is_trial()) group by h.city_id
    )
    select city.id, city.key as slug, city.country, own.learn, theirs.learn as share,
      coalesce(price.price, 0) as price, coalesce(not hosting.is_free, false) as "isFull"
    from match_evidence own
    join city on city.id = own.other_city_id and city.former_since is null
    left join match_evidence theirs on theirs.city_id = own.other_city_id and theirs.other_city_id = own.city_id
      and theirs.is_trial = own.is_trial
    left join match_price price on price.city_id = own.other_city_id and price.mode = ${mode} and price.is_trial = own.is_trial
    left join hosting on hosting.city_id = own.other_city_id
    where own.other_city_id <> all ((select saling_resting(asking.id) from city asking where asking.key = ${slug})::uuid[])
      and not exists (select 1 from match_not_relevant hidden where hidden.city_id = own.city_id
        and hidden.other_city_id = own.other_city_id and hidden.is_trial = (select saling_is_trial()))
      and own.is_trial = (select saling_reads_trial_matches()) and own.city_id = (select asking.id from city asking where asking.key = ${slug})`);
  return [...rows];
}

export async function selectPrices(tx: Tx, mode: MatchMode): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: matchPrice.cityId, price: matchPrice.price })
    .from(matchPrice)
    .where(and(eq(matchPrice.mode, mode), eq(matchPrice.isTrial, false)));
  return new Map(rows.map(({ id, price }) => [id, price]));
}

/** Slugs of every city that takes part in matching, alphabetical. */
export async function selectMatchedSlugs(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ slug: city.key })
    .from(city)
    .where(sql`${city.formerSince} is null`)
    .orderBy(asc(city.key));
  return rows.map((row) => row.slug);
}
