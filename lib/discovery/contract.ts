import { z } from 'zod';
import type { City, CityCard, CityPlace, CityRef } from '#lib/cities/contract.ts';
import { cityRefSchema } from '#lib/cities/contract.ts';
import type { Need } from '#lib/needs/contract.ts';
import { limitField, localTextSchema, queryField } from '#lib/platform/fields.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import { piecesSchema } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';

/** One hit over all kinds of public records. `city` is null for a topic. */
export const searchHitSchema = z.object({
  kind: z.enum(['practice', 'need', 'city', 'topic']),
  id: z.string().describe('slug of a city, code of a topic, id of a practice or need'),
  title: localTextSchema,
  pieces: piecesSchema.describe('the title with the searched words marked'),
  city: cityRefSchema.nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
export const searchResultSchema = z.object({ items: z.array(searchHitSchema), next: z.null() });
export type SearchResult = z.infer<typeof searchResultSchema> & {
  /** Topics that the words point to, in whatever language they were written. */
  topics: Topic[];
};
export const searchInput = z.object({
  q: queryField,
  kind: z.enum(['practice', 'need', 'city', 'topic']).optional(),
  limit: limitField.default(20),
});

export const homeInput = z.object({}).optional();

export const describeProblemInput = z.object({
  text: searchInput.shape.q,
  /** Topics that the reader chose instead of those understood. */
  topic: z
    .union([
      z.array(z.string().max(80)).max(12),
      z
        .string()
        .max(80)
        .transform((one) => [one]),
    ])
    .optional(),
  limit: limitField.default(10),
});

/** Why a practice answers a text: topics in common and the words that both use. */
export type AnswerReason = { topics: string[]; words: string[] };
export type ProblemAnswer = { practice: PracticeCard; reason: AnswerReason };

export type DescribedProblem = {
  /** Topics understood from the text (or chosen), the most likely first. */
  topics: Topic[];
  /** Language that the text is most likely written in, null when unsure. */
  language: string | null;
  answers: ProblemAnswer[];
  /** Cities that worked on it, alphabetical, each with the practices of `answers` that are theirs. */
  cities: { city: CityRef; practiceIds: string[] }[];
  /** Needs of other cities that are close to it: they may want to work on it together. */
  closeNeeds: Need[];
  draft: { title: string; description: string; topics: string[] };
};

/** What the page of a city shows. `around`: where other cities near it lie, for the map. */
export type CityPage = { city: City; needs: Need[]; practices: PracticeCard[]; around: CityPlace[] };

/** What the home page shows besides the box. */
export type Home = {
  example: { need: Need; practice: PracticeCard; reason: AnswerReason } | null;
  mapCities: CityCard[];
  newestPractices: PracticeCard[];
  lookingFor: Need[];
  commitments: { number: number; practiceCount: number; needCount: number; topics: Topic[] }[];
};
