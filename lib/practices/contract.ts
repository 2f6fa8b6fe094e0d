import { z } from 'zod';
import { cityRefSchema, type facetSchema } from '#lib/cities/contract.ts';
import {
  MAX_RECORD_TEXT,
  MAX_SUMMARY,
  MAX_TITLE,
  MAX_TOPICS,
  RECORD_LANGUAGES,
  recordChoice,
  recordChoices,
  recordLine,
  recordText,
} from '#lib/drafts/contract.ts';
import { attachmentsField } from '#lib/files/contract.ts';
import {
  countryField,
  cursorField,
  limitField,
  localTextSchema,
  PILLARS,
  pageSchema,
  pillarField,
  queryField,
  sdgField,
  slugField,
  someOf,
  sourceSchema,
  wordedText,
} from '#lib/platform/fields.ts';

export const EVIDENCE_KINDS = ['self-reported', 'documented', 'measured', 'independently-evaluated'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const PRACTICE_STAGES = ['planned', 'under-way'] as const;
/** Spans of the year in which a practice started. */
export const YEAR_SPANS = ['2020-on', '2015-2019', '2010-2014', 'before-2010', 'unknown'] as const;

/** A piece of a text; `isMatch` where a searched word stands. Pieces join to the whole text. */
export const piecesSchema = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));

export const practiceCardSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  summary: localTextSchema,
  deedStart: z.number().describe('where in the summary the sentence begins that says what was done'),
  city: cityRefSchema,
  topics: z.array(z.string()),
  sdgs: z.array(z.number()),
  pillars: z.array(z.enum(PILLARS)),
  startYear: z.number().nullable(),
  evidence: z.enum(EVIDENCE_KINDS),
  stage: z.enum(PRACTICE_STAGES).nullable(),
  source: sourceSchema.nullable(),
  highlights: z
    .object({ title: piecesSchema, summary: piecesSchema })
    .nullable()
    .describe('only in answers to a search'),
});
export type PracticeCard = z.infer<typeof practiceCardSchema>;

/** Whether a search found it by something else than words of its title and summary. */
export const isFoundByTopic = ({ highlights }: PracticeCard): boolean =>
  highlights !== null && ![...highlights.title, ...highlights.summary].some(({ isMatch }) => isMatch);

export const practiceSchema = practiceCardSchema.omit({ highlights: true, deedStart: true }).extend({
  problem: localTextSchema.nullable(),
  actions: localTextSchema.nullable(),
  results: localTextSchema.nullable(),
  operatedBy: localTextSchema.nullable(),
  caveat: localTextSchema.nullable(),
  preconditions: localTextSchema.nullable(),
  spokenLanguages: z.array(z.string()).describe('in which the office can answer; BCP 47 tags'),
  contactOffice: z.string().nullable(),
  otherSources: z.array(z.string()),
  origin: z.enum(['compiled', 'city']),
  confirmedAt: z.string().nullable(),
  compiledOn: z
    .string()
    .nullable()
    .describe('ISO date on which the data files were compiled; null for what a city wrote'),
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
  q: queryField.optional(),
  city: slugField.optional(),
  ...filters,
  limit: limitField.default(20),
  cursor: cursorField,
});
export type ListPracticesInput = z.input<typeof listPracticesInput>;
export const getPracticeInput = z.object({ id: slugField });
export const similarPracticesInput = z.object({ id: slugField, limit: limitField.default(4) });

/** What a secretariat said of a proposed kind of evidence; for the city and that secretariat alone. */
export type EvidenceReview = {
  forum: 'AGMF' | 'MGMAC';
  proposed: EvidenceKind;
  isAgreed: boolean;
  note: string | null;
  at: string;
};

/** A practice whose kind of evidence waits for an officer's look. */
export type EvidenceToReview = {
  id: string;
  version: number;
  title: z.infer<typeof localTextSchema>;
  city: z.infer<typeof cityRefSchema>;
  proposed: EvidenceKind;
  /** Whether that follows from what other cities report of it, rather than from the city's own word. */
  isByTransfer: boolean;
  evidence: EvidenceKind;
  results: z.infer<typeof localTextSchema> | null;
  source: z.infer<typeof sourceSchema> | null;
  since: string | null;
};

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** What a city writes of a practice; of a working copy each may still be empty. */
export const practiceDraftFields = z.object({
  title: recordLine(MAX_TITLE),
  summary: recordText(MAX_SUMMARY),
  problem: recordText(MAX_RECORD_TEXT),
  actions: recordText(MAX_RECORD_TEXT),
  results: recordText(MAX_RECORD_TEXT),
  caveat: recordText(MAX_RECORD_TEXT),
  preconditions: recordText(MAX_RECORD_TEXT),
  startYear: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR)])
    .nullable(),
  stage: recordChoice(PRACTICE_STAGES),
  topics: z.array(z.string().max(80)).max(MAX_TOPICS),
  evidence: recordChoice(EVIDENCE_KINDS),
  sourceUrl: z
    .union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ }).max(2000)])
    .nullable(),
  spokenLanguages: recordChoices(RECORD_LANGUAGES),
  contactOffice: recordLine(200),
  attachments: attachmentsField,
});

const absent = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const needed = z.string({ error: 'required' }).transform(wordedText).pipe(z.string().min(1));

/** What a practice has once it is published. */
export const completePractice = z.object({
  title: needed,
  summary: needed,
  problem: absent(z.string()),
  actions: absent(z.string()),
  results: absent(z.string()),
  caveat: absent(z.string()),
  preconditions: absent(z.string()),
  startYear: absent(z.number()),
  stage: absent(z.enum(PRACTICE_STAGES)),
  topics: z.array(z.string()).min(1).max(MAX_TOPICS),
  evidence: absent(z.enum(EVIDENCE_KINDS)),
  sourceUrl: absent(z.string()),
  spokenLanguages: z.array(z.enum(RECORD_LANGUAGES)).default([]),
  contactOffice: absent(z.string()),
  attachments: attachmentsField.default([]),
});
export type PracticeFields = z.infer<typeof completePractice>;
