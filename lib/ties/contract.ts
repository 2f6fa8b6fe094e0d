import { z } from 'zod';
import { type CityRef, cityRefSchema } from '#lib/cities/contract.ts';
import { saidField, slugField } from '#lib/platform/fields.ts';

/** What a city can say of its own ties. */
export const SAID_TIES = ['twinning', 'technical-cooperation', 'transfer', 'study-visit', 'network'] as const;
/** `exchange`: one that both cities completed here. */
export const TIE_KINDS = [...SAID_TIES, 'exchange'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** `unknown`: nobody has said it, and no year is on record. */
export const TIE_STATES = ['active', 'resting', 'unknown'] as const;
export type TieState = (typeof TIE_STATES)[number];

/** `removed` can be taken back. */
export const SAID_STATES = ['active', 'resting', 'removed'] as const;

export const tieSchema = z.object({
  kind: z.enum(TIE_KINDS),
  subject: z.object({ text: z.string(), language: z.string().describe('BCP 47 tag') }),
  year: z.number().nullable().describe('in which it began or was last renewed; null: not on record'),
  state: z.enum(TIE_STATES),
  sourceUrl: z.string().nullable(),
  toldBy: cityRefSchema.nullable().describe('the city that says so; null for compiled ones'),
});
export type Tie = z.infer<typeof tieSchema>;

/** A tie as the people of one of its cities see it among theirs. */
export type OwnTie = Tie & {
  id: string;
  other: CityRef;
  /** Whether their city said it, and may say otherwise. */
  isOwn: boolean;
  isRemoved: boolean;
};

export const listTiesInput = z.object({ citySlug: slugField });
const shortSaid = saidField.pipe(z.string().max(500));
const emptyIsNone = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

export const addTieInput = z.object({
  citySlug: slugField,
  otherSlug: slugField,
  kind: z.enum(SAID_TIES),
  subject: shortSaid,
  year: emptyIsNone.pipe(
    z
      .string()
      .regex(/^(19|20)\d\d$/)
      .transform(Number)
      .optional(),
  ),
  sourceUrl: emptyIsNone.pipe(
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  ),
  state: z.enum(['active', 'resting']),
});
export const setTieInput = z.object({ tieId: z.uuid(), state: z.enum(SAID_STATES) });
export const importTieInput = z.strictObject({
  key: z.string().min(1).max(200),
  citySlug: slugField,
  otherSlug: slugField,
  kind: z.enum(SAID_TIES),
  subject: z.string().min(1),
  year: z.number().int().min(1900).max(2100).nullable(),
  sourceUrl: z.url(),
});
