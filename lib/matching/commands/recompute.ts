import { allCities } from '#lib/cities/queries.ts';
import { jobContext } from '#lib/core/context.ts';
import { noteInstallationFact, readInstallationFact } from '#lib/core/installation.ts';
import { writeEvent } from '#lib/core/store.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { MATCHES_RECOMPUTED, QUIETLY, TRIED } from '#lib/matching/contract.ts';
import { changedAnswers, changedEvidence, type Scope } from '#lib/matching/scoring/difference.ts';
import { type Material, needMaterial, practiceMaterial } from '#lib/matching/scoring/material.ts';
import { buildPhrases, type Phrases } from '#lib/matching/scoring/phrases.ts';
import { type Plan, planMatches } from '#lib/matching/scoring/plan.ts';
import { planPrices } from '#lib/matching/scoring/prices.ts';
import {
  countStale,
  lockMatching,
  putAnswers,
  putEvidence,
  putPrices,
  removeAnswers,
  removeEvidence,
  selectAnswerScores,
  selectEvidenceDigests,
  selectHeldPairs,
  selectYear,
  takeStale,
} from '#lib/matching/store/computed.ts';
import { allNeeds, coveredNeeds, type NeedRow } from '#lib/needs/queries.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { allPractices, coveredPractices, type PracticeRow } from '#lib/practices/queries.ts';
import { fadedProfiles } from '#lib/profile/queries.ts';
import { listThesaurus } from '#lib/topics/queries.ts';

/** Raised when scoring changes, so that the next start computes everything anew. */
const SCORING_VERSION = '4';
const FACT = 'matching-scoring-version';
const context = jobContext('matching');

export type Recomputed = { answers: number; pairs: number };

/**
 * Brings stored answers and evidence to what the records say. Without anything marked stale, and without
 * `isForced`, does nothing. Writes the rows and columns of the cities marked, and what moved elsewhere with the
 * frequency of a word; equals a computation from nothing. @returns the number of rows written or removed
 */
export async function recomputeMatches(options: { isForced?: boolean } = {}): Promise<Recomputed> {
  const phrases = await currentPhrases();
  return withActor(
    context.actor,
    async (tx) => {
      await lockMatching(tx);
      const stale = await takeStale(tx);
      if (stale.length === 0 && options.isForced !== true) return { answers: 0, pairs: 0 };
      const isAll = options.isForced === true || stale.includes('all');
      const real = stale.filter((mark) => !mark.startsWith(TRIED) && mark !== QUIETLY);
      const tried = stale.flatMap((mark) => (mark.startsWith(TRIED) ? [mark.slice(TRIED.length)] : []));
      const { evidence, ...done } = await compute(tx, phrases, {
        real: { isAll, cityIds: new Set(real) },
        all: { isAll, cityIds: new Set([...real, ...tried]) },
      });
      await tellWho(tx, touched(evidence.real, real), touched(evidence.tried, tried));
      return done;
    },
    'read write',
  );
}

/** Computes what is missing: after an update that changed scoring, or a stop in between. For each start. */
export async function ensureMatches(): Promise<Recomputed> {
  if ((await readInstallationFact(FACT)) === SCORING_VERSION) return recomputeMatches();
  const done = await recomputeMatches({ isForced: true });
  await noteInstallationFact(FACT, SCORING_VERSION);
  return done;
}

/** How many changes have not reached the stored matches yet. */
export function countOutdated(): Promise<number> {
  return withActor(context.actor, countStale);
}

/**
 * Matches of the real records and, where desks of the trial copy have published something, once more with theirs:
 * what is written where somebody tries the product changes nothing for others.
 */
async function compute(
  tx: Tx,
  phrases: Phrases,
  scope: { real: Scope; all: Scope },
): Promise<Recomputed & { evidence: { real: ChangedEvidence; tried: ChangedEvidence } }> {
  const records = await matchable(tx);
  const real = await planOf(tx, phrases, onlyReal(records));
  const trial = hasTrial(records) ? await planOf(tx, phrases, asDesksSee(records)) : null;
  forgetExcept(new Set([...records.needs, ...records.practices].map((record) => record.id)));
  const answers = await writeAnswers(tx, real, trial, scope.all);
  const held = await selectHeldPairs(tx);
  const own = await writeEvidence(tx, { plan: real, isTrial: false }, scope.real, held);
  const tried = await writeEvidence(tx, { plan: trial, isTrial: true }, scope.all, held);
  await putPrices(tx, await planPrices(real.evidence, records.countryOf), false);
  await putPrices(tx, trial === null ? [] : await planPrices(trial.evidence, records.countryOf), true);
  const pairs = own.rows.length + own.gone.length + tried.rows.length + tried.gone.length;
  return { answers, pairs, evidence: { real: own, tried } };
}

type Records = {
  needs: NeedRow[];
  practices: PracticeRow[];
  /** Ids of real records over which desks have laid theirs. */
  covered: ReadonlySet<string>;
  partners: ReadonlySet<string>;
  countryOf: (cityId: string) => string;
};

/** Only cities read matches, and no need is closed to cities: any audience will do. */
async function matchable(tx: Tx): Promise<Records> {
  const needs = await allNeeds(tx);
  const practices = await allPractices(tx);
  const cities = (await allCities(tx)).filter(
    (city) => city.state === 'published' && city.audience === 'public' && city.formerSince === null,
  );
  const covered = new Set([...(await coveredNeeds(tx)), ...(await coveredPractices(tx))]);
  const countries = new Map(cities.map((city) => [city.id, city.country]));
  const countryOf = (cityId: string) => countries.get(cityId) ?? '';
  return { needs, practices, covered, partners: new Set(countries.keys()), countryOf };
}

/** What a desk has withdrawn counts, too: it takes a real record out of the desks' sight. */
const hasTrial = ({ needs, practices, covered }: Records): boolean =>
  covered.size > 0 || needs.some((row) => row.isTrial) || practices.some((row) => row.isTrial);

const onlyReal = ({ needs, practices, ...rest }: Records): Records => ({
  ...rest,
  needs: needs.filter((row) => !row.isTrial),
  practices: practices.filter((row) => !row.isTrial),
});

const asDesksSee = ({ needs, practices, ...rest }: Records): Records => ({
  ...rest,
  needs: needs.filter((row) => !rest.covered.has(row.id)),
  practices: practices.filter((row) => !rest.covered.has(row.id)),
});

async function planOf(tx: Tx, phrases: Phrases, { needs, practices, partners }: Records): Promise<Plan> {
  const facts = new Map(practices.map((practice) => [practice.id, practice]));
  const faded = await fadedIds(tx, [...needs, ...practices]);
  return planMatches(
    {
      needs: needs.map((row) => remembered(row, phrases, needMaterial)),
      practices: practices.map((row) => remembered(row, phrases, practiceMaterial)),
    },
    {
      factsOf: (id) => facts.get(id) ?? { evidence: 'documented', startYear: null, stage: null },
      isFaded: (id) => faded.has(id),
      isPartner: (id) => partners.has(id),
      year: await selectYear(tx),
    },
  );
}

/** Records that their city did not confirm in time, once it was told that they would count less. */
async function fadedIds(tx: Tx, records: readonly (NeedRow | PracticeRow)[]): Promise<ReadonlySet<string>> {
  const profiles = await fadedProfiles(tx);
  const isFaded = ({ cityId, confirmedAt, isTrial }: NeedRow | PracticeRow): boolean => {
    const before = profiles.get(cityId);
    return before !== undefined && confirmedAt !== null && confirmedAt <= before && !isTrial;
  };
  return new Set(records.filter(isFaded).map((record) => record.id));
}

/** Answers between real records as these alone give them; those of trial records beside them. */
async function writeAnswers(tx: Tx, real: Plan, trial: Plan | null, scope: Scope): Promise<number> {
  const stored = await selectAnswerScores(tx);
  const answers = changedAnswers(real, stored, scope);
  if (trial !== null) {
    const known = new Set(
      [...real.library.needs, ...real.library.practices].map(({ material }) => material.id),
    );
    const isReal = (row: { needId: string; practiceId: string }) =>
      known.has(row.needId) && known.has(row.practiceId);
    const tried = changedAnswers(trial, stored, scope);
    const kept = new Set(tried.gone);
    answers.rows.push(...tried.rows.filter((row) => !isReal(row)));
    answers.gone = answers.gone.filter((key) => {
      const [needId = '', practiceId = ''] = key.split(' ');
      return isReal({ needId, practiceId }) || kept.has(key);
    });
  }
  await removeAnswers(tx, answers.gone);
  await putAnswers(tx, answers.rows);
  return answers.rows.length + answers.gone.length;
}

async function writeEvidence(
  tx: Tx,
  { plan, isTrial }: { plan: Plan | null; isTrial: boolean },
  scope: Scope,
  held: ReadonlySet<string>,
) {
  const stored = await selectEvidenceDigests(tx, isTrial);
  const evidence =
    plan === null ? { rows: [], gone: [...stored.keys()] } : changedEvidence(plan, stored, scope, held);
  await removeEvidence(tx, evidence.gone, isTrial);
  await putEvidence(tx, evidence.rows, isTrial);
  return evidence;
}

type ChangedEvidence = { rows: { cityId: string; otherCityId: string }[]; gone: string[] };

type Touched = { cityIds: string[]; changedCityIds: string[] };

/** Each city whose list may differ now, and those whose records the computation was about. */
function touched(evidence: ChangedEvidence, stale: readonly string[]): Touched {
  const cityIds = new Set(evidence.rows.flatMap((row) => [row.cityId, row.otherCityId]));
  for (const key of evidence.gone) for (const id of key.split(' ')) cityIds.add(id);
  return { cityIds: [...cityIds].sort(), changedCityIds: stale.filter((scope) => scope !== 'all').sort() };
}

const isNothing = ({ cityIds, changedCityIds }: Touched) => cityIds.length + changedCityIds.length === 0;

async function tellWho(tx: Tx, real: Touched, tried: Touched): Promise<void> {
  if (isNothing(real) && isNothing(tried)) return;
  const payload = { ...real, ...(isNothing(tried) ? {} : { tried }) };
  await writeEvent(tx, { stream: 'matches', type: MATCHES_RECOMPUTED, payload });
}

let book: { digest: string; phrases: Phrases } | undefined;

async function currentPhrases(): Promise<Phrases> {
  const thesaurus = await listThesaurus(context, undefined);
  const digest = digestOf(thesaurus);
  if (book?.digest !== digest) {
    book = { digest, phrases: buildPhrases(thesaurus) };
    memory.clear();
  }
  return book.phrases;
}

/** Material by record; a record's text is taken apart once for each version. Emptied when the thesaurus changes. */
const memory = new Map<string, { version: number; material: Material }>();

function remembered<Row extends { id: string; version: number }>(
  row: Row,
  phrases: Phrases,
  make: (row: Row, phrases: Phrases) => Material,
): Material {
  const known = memory.get(row.id);
  if (known?.version === row.version) return known.material;
  const material = make(row, phrases);
  memory.set(row.id, { version: row.version, material });
  return material;
}

function forgetExcept(ids: ReadonlySet<string>): void {
  for (const id of memory.keys()) if (!ids.has(id)) memory.delete(id);
}
