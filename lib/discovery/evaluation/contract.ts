import { z } from 'zod';
import type { Baseline } from './baselines.ts';
import type { Comparison } from './bootstrap.ts';
import type { FairRule } from './fairness.ts';

const key = z.string().min(1).max(200);
const judged = z
  .array(z.object({ practiceId: key, grade: z.number().min(0).max(3) }))
  .min(1)
  .refine((list) => new Set(list.map((item) => item.practiceId)).size === list.length, {
    error: 'names a practice twice',
  });

/** Which practices answer a need, as `data/evaluation/judgments.json` holds it. */
export const judgmentsSchema = z
  .array(z.object({ needId: key, judged }))
  .min(1)
  .refine((list) => new Set(list.map((item) => item.needId)).size === list.length, {
    error: 'names a need twice',
  });

/** Which practices answer a question, as `data/evaluation/queries.json` holds it. */
export const queriesSchema = z
  .array(z.object({ queryId: key, query: z.string().min(1).max(10_000), language: key, judged }))
  .min(1)
  .refine((list) => new Set(list.map((item) => item.queryId)).size === list.length, {
    error: 'names a query twice',
  });

export type Judgment = z.infer<typeof judgmentsSchema>[number];
export type JudgedQuery = z.infer<typeof queriesSchema>[number];

/** Means over the questions; all figures 0 to 1. */
export type Score = { count: number; ndcg: number; judged: number };

export type NeedsReport = Score & {
  baselines: Record<Baseline, { ndcg: number } & Comparison>;
  /** The same if rules of fair lists shaped the order: limit by country, shares of first places, free places. */
  fairness: Record<FairRule, number>;
  each: { id: string; ndcg: number; judged: number }[];
};

export type QueriesReport = Score & {
  english: Score | null;
  others: Score | null;
  languages: Record<string, Score>;
  each: { id: string; language: string; ndcg: number; judged: number }[];
};
