import { z } from 'zod';
import { cityRefSchema, type facetSchema } from '#lib/cities/contract.ts';
import {
  MAX_RECORD_TEXT,
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
  pageSchema,
  queryField,
  slugField,
  someOf,
  sourceSchema,
  wordedText,
} from '#lib/platform/fields.ts';

/** What holds a city back. */
export const OBSTACLES = ['law', 'money', 'staff', 'land', 'data'] as const;
export const HELP_WANTED = ['answer', 'talk', 'visit', 'joint-action', 'finance'] as const;
/** Kinds of finance or assistance that a need can be open to. */
export const FINANCE_KINDS = ['mitigation', 'adaptation', 'resilience', 'just-transition'] as const;
export const PROJECT_STAGES = ['idea', 'preparation', 'ready', 'under-way'] as const;
export const URGENCIES = ['within-3-months', 'within-a-year', 'no-date'] as const;
/** `members`: city offices, secretariats, the chair. `observers`: these and observers. */
export const AUDIENCES = ['public', 'observers', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const needSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  description: localTextSchema,
  affected: localTextSchema.nullable().describe('who is affected'),
  tried: localTextSchema.nullable(),
  obstacles: z.array(z.enum(OBSTACLES)).describe('what holds the city back'),
  helpWanted: z.array(z.enum(HELP_WANTED)),
  finance: z.array(z.enum(FINANCE_KINDS)).describe('kind of finance or assistance wanted'),
  projectStage: z.enum(PROJECT_STAGES).nullable(),
  urgency: z.enum(URGENCIES).nullable().describe('said by the city only'),
  audience: z.enum(AUDIENCES),
  spokenLanguages: z.array(z.string()).describe('in which the office can answer; BCP 47 tags'),
  contactOffice: z.string().nullable(),
  city: cityRefSchema,
  topics: z.array(z.string()),
  sdgs: z.array(z.number()),
  source: sourceSchema.nullable(),
  otherSources: z.array(z.string()),
  origin: z
    .enum(['compiled', 'city'])
    .describe('compiled: a challenge reported in public sources, not the words of the city'),
  confirmedAt: z.string().nullable(),
  compiledOn: z
    .string()
    .nullable()
    .describe('ISO date on which the data files were compiled; null for what a city wrote'),
  version: z.number(),
});
export type Need = z.infer<typeof needSchema>;

export const needListSchema = pageSchema(needSchema).extend({ total: z.number() });
export type NeedList = z.infer<typeof needListSchema> & {
  facets: { topic: z.infer<typeof facetSchema>; country: z.infer<typeof facetSchema> };
};

export const listNeedsInput = z.object({
  q: queryField.optional(),
  city: slugField.optional(),
  topic: someOf(z.string().max(80)),
  country: someOf(countryField),
  commitment: someOf(z.coerce.number().int().min(1).max(6)),
  limit: limitField.default(20),
  cursor: cursorField,
});
export const getNeedInput = z.object({ id: slugField });

/** What a city writes of a need; of a working copy each may still be empty. */
export const needDraftFields = z.object({
  title: recordLine(MAX_TITLE),
  description: recordText(MAX_RECORD_TEXT),
  affected: recordText(MAX_RECORD_TEXT),
  tried: recordText(MAX_RECORD_TEXT),
  obstacles: recordChoices(OBSTACLES),
  helpWanted: recordChoices(HELP_WANTED),
  finance: recordChoices(FINANCE_KINDS),
  projectStage: recordChoice(PROJECT_STAGES),
  topics: z.array(z.string().max(80)).max(MAX_TOPICS),
  urgency: recordChoice(URGENCIES),
  audience: recordChoice(AUDIENCES),
  spokenLanguages: recordChoices(RECORD_LANGUAGES),
  contactOffice: recordLine(200),
  attachments: attachmentsField,
});

const absent = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const needed = z.string({ error: 'required' }).transform(wordedText).pipe(z.string().min(1));

/** What a need has once it is published. */
export const completeNeed = z.object({
  title: needed,
  description: needed,
  affected: absent(z.string()),
  tried: absent(z.string()),
  obstacles: z.array(z.enum(OBSTACLES)).default([]),
  helpWanted: z.array(z.enum(HELP_WANTED)).default([]),
  finance: z.array(z.enum(FINANCE_KINDS)).default([]),
  projectStage: absent(z.enum(PROJECT_STAGES)),
  topics: z.array(z.string()).min(1).max(MAX_TOPICS),
  urgency: absent(z.enum(URGENCIES)),
  audience: z
    .enum(AUDIENCES)
    .nullish()
    .transform((audience) => audience ?? ('public' as const)),
  spokenLanguages: z.array(z.enum(RECORD_LANGUAGES)).default([]),
  contactOffice: absent(z.string()),
  attachments: attachmentsField.default([]),
});
export type NeedFields = z.infer<typeof completeNeed>;

export const changeAudienceInput = z.object({ id: slugField, audience: z.enum(AUDIENCES) });
