import { coverValue, fadedValue, learnScore, MATCH_FLOOR, type PracticeFacts } from '#lib/matching/rules.ts';
import type { Profile } from './library.ts';
import type { Answer } from './relevance.ts';

/** A need of one city and the practice of another that covers it best. */
export type ScoredCover = { need: Profile; practice: Profile; relevance: number; value: number };
export type EvidenceOptions = {
  factsOf: (practiceId: string) => PracticeFacts;
  isFaded: (recordId: string) => boolean;
  isPartner: (cityId: string) => boolean;
  year: number;
};
/** What `cityId` can learn from `otherCityId`. Covers: one for each covered need, best first. */
export type CityEvidence = { cityId: string; otherCityId: string; learn: number; covers: ScoredCover[] };

/**
 * For each ordered pair of cities with something close enough, what one can learn from the other.
 * @param answers what answers each need, from any floor up
 * @param options `year`: the present one, for freshness; `isFaded`: not confirmed by its city in time
 */
export function gatherEvidence(
  answers: ReadonlyMap<Profile, readonly Answer[]>,
  options: EvidenceOptions,
): CityEvidence[] {
  const { isPartner } = options;
  const pairs = new Map<string, ScoredCover[]>();
  for (const [need, list] of answers) {
    if (!isPartner(need.material.cityId)) continue;
    for (const [otherCityId, cover] of bestByCity(need, list, options)) {
      if (!isPartner(otherCityId)) continue;
      const key = `${need.material.cityId} ${otherCityId}`;
      const covers = pairs.get(key) ?? [];
      pairs.set(key, covers);
      covers.push(cover);
    }
  }
  return [...pairs].map(([key, covers]) => {
    const [cityId = '', otherCityId = ''] = key.split(' ');
    covers.sort((a, b) => b.value - a.value || (a.need.material.key < b.need.material.key ? -1 : 1));
    return { cityId, otherCityId, learn: learnScore(covers.map((cover) => cover.value)), covers };
  });
}

function bestByCity(
  need: Profile,
  answers: readonly Answer[],
  { factsOf, isFaded, year }: EvidenceOptions,
): Map<string, ScoredCover> {
  const best = new Map<string, ScoredCover>();
  for (const { practice, relevance } of answers) {
    if (relevance < MATCH_FLOOR) continue;
    const { id } = practice.material;
    const faded = Number(isFaded(need.material.id)) + Number(isFaded(id));
    const value = fadedValue(coverValue(relevance, factsOf(id), year), faded);
    const rival = best.get(practice.material.cityId);
    if (rival === undefined || isBetter(value, practice, rival)) {
      best.set(practice.material.cityId, { need, practice, relevance, value });
    }
  }
  return best;
}

const isBetter = (value: number, practice: Profile, rival: ScoredCover): boolean =>
  value > rival.value || (value === rival.value && practice.material.key < rival.practice.material.key);
