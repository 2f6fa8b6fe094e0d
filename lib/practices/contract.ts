import { z } from 'zod';
import { cityRefSchema, type facetSchema } from '#lib/cities/contract.ts';
import {
  countryField,
  cursorField,
  limitField,
  localTextSchema,
  PILLARS,
  pageSchema,
  pillarField,
  sdgField,
  slugField,
  someOf,
  sourceSchema,
  textField,
} from '#lib/platform/fields.ts';

export const EVIDENCE_KINDS = ['self-reported', 'documented', 'measured', 'independently-evaluated'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
/** Spans of the year in which a practice started. */
export const YEAR_SPANS = ['2020-on', '2015-2019', '2010-2014', 'before-2010', 'unknown'] as const;

/** A piece of a text; `isMatch` where a searched word stands. Pieces join to the whole text. */
export const piecesSchema = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));

export const practiceCardSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  summary: localTextSchema,
  city: cityRefSchema,
  topics: z.array(z.string()),
  sdgs: z.array(z.number()),
  pillars: z.array(z.enum(PILLARS)),
  startYear: z.number().nullable(),
  evidence: z.enum(EVIDENCE_KINDS),
  stage: z.enum(['planned', 'under-way']).nullable(),
  source: sourceSchema.nullable(),
  highlights: z
    .object({ title: piecesSchema, summary: piecesSchema })
    .nullable()
    .describe('only in answers to a search'),
});
export type PracticeCard = z.infer<typeof practiceCardSchema>;

export const practiceSchema = practiceCardSchema.omit({ highlights: true }).extend({
  problem: localTextSchema.nullable(),
  actions: localTextSchema.nullable(),
  results: localTextSchema.nullable(),
  operatedBy: localTextSchema.nullable(),
  caveat: localTextSchema.nullable(),
  otherSources: z.array(z.string()),
  origin: z.enum(['compiled', 'city']),
  confirmedAt: z.string().nullable(),
  compiledOn: z.string().describe('ISO date'),
  version: z.number(),
});
export type Practice = z.infer<typeof practiceSchema>;

export const practiceListSchema = pageSchema(practiceCardSchema).extend({ total: z.number() });
/** Counts say what each further value would leave, the other filters kept. */
export type PracticeFacets = Record<
  'topic' | 'sdg' | 'pillar' | 'country' | 'evidence' | 'year',
  z.infer<typeof facetSchema>
>;
export type PracticeList = z.infer<typeof practiceListSchema> & { facets: PracticeFacets };

const filters = {
  topic: someOf(z.string().max(80)),
  country: someOf(countryField),
  sdg: someOf(sdgField),
  pillar: someOf(pillarField),
  evidence: someOf(z.enum(EVIDENCE_KINDS)),
  year: someOf(z.enum(YEAR_SPANS)),
  commitment: someOf(z.coerce.number().int().min(1).max(6)),
};
export const listPracticesInput = z.object({
  q: textField.optional(),
  city: slugField.optional(),
  ...filters,
  limit: limitField.default(20),
  cursor: cursorField,
});
export type ListPracticesInput = z.input<typeof listPracticesInput>;
export const getPracticeInput = z.object({ id: slugField });
export const similarPracticesInput = z.object({ id: slugField, limit: limitField.default(4) });
