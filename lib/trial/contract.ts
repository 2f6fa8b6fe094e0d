import { z } from 'zod';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Role } from '#lib/core/actor.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import type { TrialDesk } from '#lib/identity/contract.ts';
import type { Match } from '#lib/matching/contract.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

/** What a city's desk of the trial copy is led through, in this order. */
export const TRIAL_STEPS = ['sit', 'match', 'beside', 'ask', 'answer', 'print', 'publish', 'arrive'] as const;
export type TrialStep = (typeof TRIAL_STEPS)[number];

/** What the city beside looks for and a practice of this one could answer. */
type Wanted = Pick<Need, 'id' | 'title'>;

/** Where somebody who tries the product stands; everything in it is read from the database. */
export type Trial = {
  /** The desks that this copy has. */
  desks: TrialDesk['key'][];
  /** Null for who sits nowhere. */
  seat: { office: string; role: Role } | null;
  /** The city of the desk; null at the desk of a secretariat or an observer. */
  city: CityRef | null;
  /** The city beside: where somebody else sits already, else the first of the ranking; `place` there counts from 1. */
  beside: { match: Match; place: number; isOpen: boolean; wanted: Wanted | null } | null;
  /** The last one of this city with the city beside. */
  exchange: ExchangeCard | null;
  /** What this city published here. */
  practices: PracticeCard[];
  /** Those of them that the matches of the city beside show, by their ids. */
  arrived: string[];
  /** What the desk of the city beside published, and the matches of this one show. */
  received: PracticeCard[];
  done: TrialStep[];
};

/** What "Start again" removes, or has removed. */
export const trialRemainsSchema = z.object({
  practices: z.number(),
  needs: z.number(),
  drafts: z.number(),
  files: z.number().default(0),
  facts: z.number().default(0),
  exchanges: z.number().default(0),
  requests: z.number().default(0),
  notices: z.number(),
  people: z.number(),
});
export type TrialRemains = z.infer<typeof trialRemainsSchema>;
