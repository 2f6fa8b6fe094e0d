import type { Clearance } from '#lib/carrying-out/contract.ts';
import type { City } from '#lib/cities/contract.ts';
import type { Exchange } from '#lib/exchanges/contract.ts';
import type { ContextFit, Cover } from '#lib/matching/contract.ts';
import type { Source } from '#lib/platform/fields.ts';
import type { Tie } from '#lib/ties/contract.ts';

/** A need and a practice of two cities that are about the same work, with what each was compiled from. */
export type BriefCover = Cover & {
  /** `compiled`: a challenge reported in public sources, not the words of the city. */
  needOrigin: 'compiled' | 'city';
  needSource: Source | null;
  practiceSource: Source | null;
};

/** All that the two pages for a mayor's office say of an exchange, its own city first. */
export type MayorsBrief = {
  exchange: Exchange;
  own: City;
  other: City;
  /** What the own city can learn, and what the other one can: best first. */
  learn: BriefCover[];
  share: BriefCover[];
  context: ContextFit;
  /** What has bound the two before, the latest first. */
  ties: Tie[];
  /** Steps at home of either city, in the order of their dates. */
  clearances: Clearance[];
  /** Made at a desk of the trial copy. */
  isTrial: boolean;
  madeAt: string;
};

/** Most compiles that wait for their turn; who comes later is asked to come again. */
export const MOST_WAITING = 32;
/** Seconds after which it is worth to ask again. */
export const ASK_AGAIN_AFTER = 5;
export const MOST_PAGES = 2;

/** `missing`: this computer has no compiler. */
export const PAPER_PROBLEMS = ['busy', 'missing', 'failed'] as const;
export type PaperProblem = (typeof PAPER_PROBLEMS)[number];
