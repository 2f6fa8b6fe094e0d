import { allCities } from '#lib/cities/queries.ts';
import { jobContext } from '#lib/core/context.ts';
import { noteInstallationFact, readInstallationFact } from '#lib/core/installation.ts';
import { writeEvent } from '#lib/core/store.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { allNeeds } from '#lib/needs/queries.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { allPractices, type PracticeRow } from '#lib/practices/queries.ts';
import { listThesaurus } from '#lib/topics/queries.ts';
import { MATCHES_RECOMPUTED } from './contract.ts';
import { changedAnswers, changedEvidence, type Scope } from './scoring/difference.ts';
import { type Material, needMaterial, practiceMaterial } from './scoring/material.ts';
import { buildPhrases, type Phrases } from './scoring/phrases.ts';
import { planMatches } from './scoring/plan.ts';
import {
  countStale,
  lockMatching,
  putAnswers,
  putEvidence,
  removeAnswers,
  removeEvidence,
  selectAnswerScores,
  selectEvidenceDigests,
  selectHeldPairs,
  selectYear,
  takeStale,
} from './store/computed.ts';

/** Raised when scoring changes, so that the next start computes everything anew. */
const SCORING_VERSION = '2';
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
      const scope = { isAll, cityIds: new Set(stale) };
      const { evidence, ...done } = await compute(tx, phrases, scope);
      await tellWho(tx, evidence, stale);
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

async function compute(
  tx: Tx,
  phrases: Phrases,
  scope: Scope,
): Promise<Recomputed & { evidence: ChangedEvidence }> {
  const needs = (await allNeeds(tx)).filter(isOpen);
  const practices = (await allPractices(tx)).filter(isOpen);
  const cities = (await allCities(tx)).filter(isOpen);
  const partners = new Set(cities.filter((city) => city.formerSince === null).map((city) => city.id));
  const facts = new Map<string, PracticeRow>(practices.map((practice) => [practice.id, practice]));
  const plan = await planMatches(
    {
      needs: needs.map((row) => remembered(row, phrases, needMaterial)),
      practices: practices.map((row) => remembered(row, phrases, practiceMaterial)),
    },
    {
      factsOf: (id) => facts.get(id) ?? { evidence: 'documented', startYear: null, stage: null },
      isPartner: (id) => partners.has(id),
      year: await selectYear(tx),
    },
  );
  forgetExcept(facts, new Set(needs.map((need) => need.id)));
  const answers = changedAnswers(plan, await selectAnswerScores(tx), scope);
  await removeAnswers(tx, answers.gone);
  await putAnswers(tx, answers.rows);
  const held = await selectHeldPairs(tx);
  const evidence = changedEvidence(plan, await selectEvidenceDigests(tx), scope, held);
  await removeEvidence(tx, evidence.gone);
  await putEvidence(tx, evidence.rows);
  const pairs = evidence.rows.length + evidence.gone.length;
  return { answers: answers.rows.length + answers.gone.length, pairs, evidence };
}

/** A job sees drafts and withdrawn records too; matches are made of what everybody may read. */
const isOpen = (record: { state: string; audience: string }): boolean =>
  record.state === 'published' && record.audience === 'public';

type ChangedEvidence = { rows: { cityId: string; otherCityId: string }[]; gone: string[] };

/** Names each city whose list may differ now, and those whose records the computation was about. */
async function tellWho(tx: Tx, evidence: ChangedEvidence, stale: readonly string[]): Promise<void> {
  const cityIds = new Set(evidence.rows.flatMap((row) => [row.cityId, row.otherCityId]));
  for (const key of evidence.gone) for (const id of key.split(' ')) cityIds.add(id);
  const changedCityIds = stale.filter((scope) => scope !== 'all').sort();
  if (cityIds.size + changedCityIds.length === 0) return;
  await writeEvent(tx, {
    stream: 'matches',
    type: MATCHES_RECOMPUTED,
    payload: { cityIds: [...cityIds].sort(), changedCityIds },
  });
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

function forgetExcept(practices: ReadonlyMap<string, unknown>, needIds: ReadonlySet<string>): void {
  for (const id of memory.keys()) if (!practices.has(id) && !needIds.has(id)) memory.delete(id);
}
