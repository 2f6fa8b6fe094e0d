import { z } from 'zod';
import { type CityRef, COASTS, cityRefSchema } from '#lib/cities/contract.ts';
import { hostingSchema } from '#lib/hosting/contract.ts';
import { needSchema } from '#lib/needs/contract.ts';
import {
  countryField,
  limitField,
  localTextSchema,
  MAX_LIMIT,
  saidField,
  slugField,
} from '#lib/platform/fields.ts';
import { EVIDENCE_KINDS, piecesSchema, practiceCardSchema } from '#lib/practices/contract.ts';
import { tieSchema } from '#lib/ties/contract.ts';

/** `exchange`: both learn. `learn-from`: one learns. */
export const MATCH_MODES = ['exchange', 'learn-from'] as const;
export type MatchMode = (typeof MATCH_MODES)[number];
export const matchModeField = z.enum(MATCH_MODES);

/** Most matches that one page or answer holds. */
export const MAX_MATCHES = MAX_LIMIT;

export const getMatchesInput = z.object({
  slug: slugField,
  mode: matchModeField.default('exchange'),
  limit: limitField.default(10),
  country: countryField.optional().describe('only partners of this country; lifts the limit per country'),
});

/** `close`: of such pairs four in five were judged useful or better. `related`: more than half. */
export const CLOSENESS = ['close', 'related', 'loose'] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** The sentence of a record that says most, the words that it shares with its counterpart marked. */
export const passageSchema = z.object({
  pieces: piecesSchema,
  language: z.string().describe('BCP 47 tag of the text'),
  isUncheckedTranslation: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

export const topicRefSchema = z.object({ code: z.string(), label: localTextSchema });
export const reasonSchema = z.object({
  closeness: z.enum(CLOSENESS),
  topics: z.array(topicRefSchema).describe('in common'),
  words: z.array(z.string()).describe('of the shown record, that its counterpart has too'),
  passage: passageSchema.describe('of the shown record; of a practice, what was done'),
});
export type Reason = z.infer<typeof reasonSchema>;

export const coverSchema = z.object({
  closeness: z.enum(CLOSENESS),
  topics: z.array(topicRefSchema),
  need: z.object({ id: z.string(), title: localTextSchema, passage: passageSchema }),
  practice: z.object({
    id: z.string(),
    title: localTextSchema,
    passage: passageSchema,
    evidence: z.enum(EVIDENCE_KINDS),
    startYear: z.number().nullable(),
    stage: practiceCardSchema.shape.stage,
  }),
});
export type Cover = z.infer<typeof coverSchema>;

/** Why one direction of a match is empty. */
export const EMPTY_SIDES = ['no-need', 'no-practice', 'nothing-close'] as const;
export const directionSchema = z.object({
  covers: z.array(coverSchema).describe('best first; empty when nothing is close enough'),
  coveredNeeds: z.number(),
  needs: z.number().describe('of the side that learns'),
  empty: z.enum(EMPTY_SIDES).nullable(),
});
export type Direction = z.infer<typeof directionSchema>;

const RELATIONS = ['same', 'different', 'unknown'] as const;
const coastField = z.enum(COASTS);
/** Beside the topic, never mixed into one number with it. */
export const contextFitSchema = z.object({
  size: z.object({
    relation: z.enum(RELATIONS),
    own: z.number().nullable(),
    other: z.number().nullable(),
  }),
  coast: z.object({ relation: z.enum(RELATIONS), own: coastField, other: coastField }),
  time: z.object({ relation: z.enum(RELATIONS), own: z.string(), other: z.string() }).describe('IANA zones'),
  languages: z.object({
    relation: z.enum(['same', 'shared', 'different']),
    own: z.array(z.string()),
    other: z.array(z.string()),
    shared: z.array(z.string()),
  }),
  isSameCountry: z.boolean(),
});
export type ContextFit = z.infer<typeof contextFitSchema>;

/** What a reader may want to know of a pair and nobody has told us. */
export const UNKNOWNS = ['hosting', 'size', 'coast', 'start-year'] as const;

export const matchSchema = z.object({
  city: cityRefSchema,
  learn: directionSchema.describe('what the asking city can learn'),
  share: directionSchema.describe('what the other city can learn'),
  context: contextFitSchema,
  ties: z.array(tieSchema).describe('what the two have had with each other, the latest first'),
  hosting: hostingSchema.describe('what the other city says that it can still host'),
  unknown: z.array(z.enum(UNKNOWNS)),
});
export type Match = z.infer<typeof matchSchema>;

export const matchListSchema = z.object({
  city: cityRefSchema,
  mode: matchModeField,
  items: z.array(matchSchema),
  notRelevant: z.array(cityRefSchema).describe('not suggested, because the asking city said so'),
  next: z.null(),
  empty: z
    .enum(['no-need', 'no-practice', 'no-good-match'])
    .nullable()
    .describe('why there is no match: nothing on record to match with, or nothing close enough yet'),
});
export type MatchList = z.infer<typeof matchListSchema>;

export const sayRelevanceInput = z.object({
  citySlug: slugField,
  otherSlug: slugField,
  isRelevant: z.boolean(),
});

const pairInput = { oneSlug: slugField, otherSlug: slugField };
export const holdBackInput = z.object({ ...pairInput, reason: saidField.pipe(z.string().max(1000)) });
export const liftHoldBackInput = z.object(pairInput);
/** A pair that is never suggested, as an officer of a secretariat sees it. */
export type HeldPair = { one: CityRef; other: CityRef; reason: string; since: string };

/** A declined pair is not suggested for so many days. */
export const REST_DAYS = 365;

export const listPracticesForNeedInput = z.object({ needKey: slugField, limit: limitField.default(10) });
export const listNeedsForPracticeInput = z.object({ practiceKey: slugField, limit: limitField.default(10) });

export const answeringPracticeSchema = practiceCardSchema.extend({ reason: reasonSchema });
export type AnsweringPractice = z.infer<typeof answeringPracticeSchema>;
export const answeringPracticesSchema = z.object({ items: z.array(answeringPracticeSchema), next: z.null() });

export const answeredNeedSchema = needSchema.extend({ reason: reasonSchema });
export type AnsweredNeed = z.infer<typeof answeredNeedSchema>;
export const answeredNeedsSchema = z.object({ items: z.array(answeredNeedSchema), next: z.null() });

/**
 * After matches were computed anew. Payload: `cityIds`, the cities whose lists may have changed, and
 * `changedCityIds`, those of whose records one had changed; `tried`, the same two for desks of the trial copy only.
 */
export const MATCHES_RECOMPUTED = 'matches.recomputed';
/** Before the id of a city in a mark: a record of the trial copy has changed, so only its desks see other matches. */
export const TRIED = 'trial:';
/** A mark that outdates no city: whatever differs by now is written, and nobody else is told. */
export const QUIETLY = 'quietly';
/** A pair may be suggested again. No payload: the event names nobody. */
export const HOLD_BACK_LIFTED = 'hold-back.lifted';
/** Something that matches are made of has changed since they were computed. No payload. */
export const MATCHES_OUTDATED = 'matches.outdated';
