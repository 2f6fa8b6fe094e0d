import type { CityEvidence } from './evidence.ts';
import type { Profile } from './library.ts';
import type { Plan } from './plan.ts';
import { type MatchReason, reasonFor } from './reason.ts';

/** Whose rows and columns are written in any case. */
export type Scope = { isAll: boolean; cityIds: ReadonlySet<string> };
export type PlannedAnswer = { needId: string; practiceId: string; score: number; reason: MatchReason };
export type PlannedCover = MatchReason & {
  needId: string;
  needKey: string;
  practiceId: string;
  relevance: number;
  value: number;
};
export type PlannedEvidence = {
  cityId: string;
  otherCityId: string;
  learn: number;
  covers: PlannedCover[];
  coveredNeeds: number;
  digest: string;
};
/** `gone`: keys of rows to remove, two ids joined by a blank. */
export type Difference<Row> = { rows: Row[]; gone: string[] };

/** Answers that a page can list; what lies behind still counts for the evidence of its city. */
const MOST_ANSWERS = 60;
/** Covers that a card can show; the rest is counted. */
const MOST_COVERS = 2;

const isWithin = (scope: Scope, one: string, other: string): boolean =>
  scope.isAll || scope.cityIds.has(one) || scope.cityIds.has(other);

/** Rows of `need_practice` to write and to remove, given the stored scores by key. */
export function changedAnswers(
  plan: Plan,
  stored: ReadonlyMap<string, number>,
  scope: Scope,
): Difference<PlannedAnswer> {
  const rows: PlannedAnswer[] = [];
  const gone = new Set(stored.keys());
  for (const [need, answers] of plan.answers) {
    for (const { practice, relevance } of answers.slice(0, MOST_ANSWERS)) {
      const key = `${need.material.id} ${practice.material.id}`;
      gone.delete(key);
      const isSame = stored.get(key) === relevance;
      if (isSame && !isWithin(scope, need.material.cityId, practice.material.cityId)) continue;
      rows.push({
        needId: need.material.id,
        practiceId: practice.material.id,
        score: relevance,
        reason: reasonFor(need, practice, plan.library),
      });
    }
  }
  return { rows, gone: [...gone] };
}

/**
 * Rows of `match_evidence` to write and to remove, given the stored digests by key. Held pairs cannot be seen
 * once stored, so they are left as they are.
 */
export function changedEvidence(
  plan: Plan,
  stored: ReadonlyMap<string, string>,
  scope: Scope,
  held: ReadonlySet<string>,
): Difference<PlannedEvidence> {
  const rows: PlannedEvidence[] = [];
  const gone = new Set(stored.keys());
  for (const evidence of plan.evidence) {
    const key = `${evidence.cityId} ${evidence.otherCityId}`;
    gone.delete(key);
    if (held.has(key)) continue;
    const digest = digestOfCovers(evidence);
    if (stored.get(key) === digest && !isWithin(scope, evidence.cityId, evidence.otherCityId)) continue;
    rows.push({
      cityId: evidence.cityId,
      otherCityId: evidence.otherCityId,
      learn: evidence.learn,
      coveredNeeds: evidence.covers.length,
      digest,
      covers: evidence.covers.slice(0, MOST_COVERS).map(({ need, practice, relevance, value }) => ({
        ...idsOf(need, practice),
        needKey: need.material.key,
        relevance,
        value,
        ...reasonFor(need, practice, plan.library),
      })),
    });
  }
  return { rows, gone: [...gone] };
}

const idsOf = (need: Profile, practice: Profile) => ({
  needId: need.material.id,
  practiceId: practice.material.id,
});

/** What tells one state of a pair from another. */
function digestOfCovers({ learn, covers }: CityEvidence): string {
  const shown = covers.slice(0, MOST_COVERS).map(({ need, practice, relevance, value }) => {
    const { needId, practiceId } = idsOf(need, practice);
    return `${needId} ${practiceId} ${relevance} ${value}`;
  });
  return [learn, covers.length, ...shown].join(',');
}
