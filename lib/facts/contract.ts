import { z } from 'zod';
import { type CityFact, FACT_KEYS, type FactContent, type FactKey } from '#lib/cities/contract.ts';
import type { Role } from '#lib/core/actor.ts';
import { cleanText, slugField } from '#lib/platform/fields.ts';

const text = (maximum: number) => z.string().max(maximum).transform(cleanText);

/** As it was typed: whether it is right is asked when it is stated. */
export const factContentField = z.object({
  value: z.array(text(100)).max(20),
  year: text(20),
  sourceTitle: text(200),
  sourceUrl: text(2000),
});
export const FACT_FIELDS = ['value', 'year', 'sourceTitle', 'sourceUrl'] as const;
export type FactField = (typeof FACT_FIELDS)[number];

const which = { citySlug: slugField, key: z.enum(FACT_KEYS) };
/** Which the writer saw. */
const version = z.coerce.number().int().min(0).max(2_000_000_000);
export const whichFactInput = z.object({ ...which, version });
export const writeFactInput = z.object({ ...which, version, content: factContentField });

export type SavedFact = { version: number; savedAt: string };

/** A fact as its own city's people see it. */
export type OwnFact = {
  key: FactKey;
  /** What everybody reads; null where nothing is known, or the city has taken it away. */
  shown: CityFact | null;
  /** What the data files say, whatever the city says. */
  compiled: CityFact | null;
  isRemoved: boolean;
  /** What is being written; where nothing is, what is shown. */
  content: FactContent;
  draft: { savedAt: string; role: Role } | null;
  version: number;
  savedAt: string | null;
  /** The role in which it was last written or said. */
  role: Role | null;
  /** Whether there is something before it to go back to. */
  isUndoable: boolean;
  history: FactVersion[];
};

/** What the city said of it, the latest first. */
export type FactVersion = {
  version: number;
  state: 'stated' | 'removed' | 'unsaid';
  fact: CityFact | null;
  at: string;
};
