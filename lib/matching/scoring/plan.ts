import { setImmediate } from 'node:timers/promises';
import { LISTED_FLOOR } from '#lib/matching/rules.ts';
import { type CityEvidence, type EvidenceOptions, gatherEvidence } from './evidence.ts';
import { buildLibrary, type Library, type Profile } from './library.ts';
import type { Material } from './material.ts';
import { type Answer, answersTo } from './relevance.ts';

/** Everything that matching knows at one moment; a function of the records, when they were confirmed, and the year. */
export type Plan = { library: Library; answers: Map<Profile, Answer[]>; evidence: CityEvidence[] };

/** Needs that are scored before other work gets its turn: a few milliseconds. */
const TURN = 20;

/** @param options `isPartner`: whether a city takes part; records of others still answer needs */
export async function planMatches(
  records: { needs: readonly Material[]; practices: readonly Material[] },
  options: Omit<EvidenceOptions, 'isFaded'> & Partial<EvidenceOptions>,
): Promise<Plan> {
  const library = buildLibrary(records.needs, records.practices);
  const answers = new Map<Profile, Answer[]>();
  for (const [place, need] of library.needs.entries()) {
    if (place % TURN === 0) await setImmediate();
    answers.set(need, answersTo(library, need, LISTED_FLOOR));
  }
  const evidence = gatherEvidence(answers, { isFaded: () => false, ...options });
  return { library, answers, evidence };
}
