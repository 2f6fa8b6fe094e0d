import { z } from 'zod';
import type { CityRef } from '#lib/cities/contract.ts';
import { type Country, saidField, slugField, textField } from '#lib/platform/fields.ts';
import type { LocalText } from '#lib/platform/language.ts';

export const EXCHANGE_STATES = [
  'requested',
  'accepted',
  'declined',
  'expired',
  'scoping',
  'agreed',
  'under-way',
  'completed',
  'outcome-checked',
  'withdrawn',
] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** A written answer, two hours of talk, two days with an action plan. */
export const EXCHANGE_SIZES = ['question', 'talk', 'visit'] as const;
export type ExchangeSize = (typeof EXCHANGE_SIZES)[number];

/** `asking`: the city that wants to learn; `asked`: the one that has done it. */
export const SIDES = ['asking', 'asked'] as const;
export type Side = (typeof SIDES)[number];

/** Everything that moves an exchange. `expire` is the clock's. */
export const EXCHANGE_STEPS = [
  'ask',
  'propose-dates',
  'accept',
  'decline',
  'undo-answer',
  'withdraw',
  'expire',
  'write-brief',
  'agree',
  'begin',
  'answer',
  'complete',
  'check-outcome',
] as const;
export type ExchangeStep = (typeof EXCHANGE_STEPS)[number];

export const OUTCOMES = ['adopted', 'adapted', 'piloted', 'not-continued'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const CHECK_MONTHS = [3, 12] as const;
export type CheckMonth = (typeof CHECK_MONTHS)[number];

/** Days in which the other side answers; then the request ends by itself. */
export const ANSWER_DAYS = 21;
/** Days after a request, or after other dates, at which the office is reminded that it waits for an answer. */
export const REMIND_DAYS = [7, 14, 18] as const;
/** Minutes for which an answer can be taken back; the other side hears of it afterwards. */
export const UNDO_MINUTES = 10;
/** Most requests of one city that wait for an answer at once. */
export const MOST_OPEN_REQUESTS = 20;

export const EXCHANGE_EVENT = 'exchange.moved';

const MAX_SAID = 4000;
const LANGUAGE = z.string().regex(/^[a-z]{2,3}$/);
const dayField = z.iso.date();
const shortField = textField.pipe(z.string().max(300));

/** A stretch of days that would suit, both ends included; at most two weeks. */
export const datesField = z
  .array(
    z
      .object({ from: dayField, to: dayField })
      .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 14 * 86_400_000, {
        params: { code: 'wrong-order' },
      }),
  )
  .max(5);
export type Dates = z.infer<typeof datesField>;

export const askInput = z.object({
  citySlug: slugField.describe('the city of the one who asks'),
  otherSlug: slugField,
  size: z.enum(EXCHANGE_SIZES),
  question: saidField.pipe(z.string().max(MAX_SAID)),
  offer: textField.pipe(z.string().max(MAX_SAID)).default(''),
  languages: z.array(LANGUAGE).max(6).default([]),
  dates: datesField.default([]),
  needId: slugField.optional(),
  practiceId: slugField.optional(),
});

export const exchangeIdInput = z.object({ exchangeId: z.uuid() });
export const otherDatesInput = exchangeIdInput.extend({ dates: datesField.min(1) });
export const writtenAnswerInput = exchangeIdInput.extend({
  version: z.int().positive().describe('the one that the writer saw'),
  text: saidField.pipe(z.string().max(20_000)),
});

const briefField = textField.pipe(z.string().max(MAX_SAID)).default('');
/** What both sides agree on before they begin, in the same version. */
export const briefContent = z.object({
  scope: briefField,
  questions: briefField,
  people: briefField.describe('who takes part, by office'),
  interpreter: briefField,
  costs: briefField,
});
export type BriefContent = z.infer<typeof briefContent>;
export const briefInput = exchangeIdInput.extend({
  briefVersion: z.int().min(0).describe('the one that the writer saw; 0 where there was none'),
  content: briefContent,
});
export const agreeInput = exchangeIdInput.extend({ briefVersion: z.int().positive() });

export type Brief = {
  version: number;
  side: Side;
  at: string;
  content: BriefContent;
  agreedBy: Side[];
};

export const outcomeInput = exchangeIdInput.extend({
  month: z.union([z.literal(3), z.literal(12)]),
  outcome: z.enum(OUTCOMES),
  changed: textField.pipe(z.string().max(MAX_SAID)).default(''),
  indicator: shortField.default(''),
  baseline: shortField.default(''),
  value: shortField.default(''),
  hard: textField.pipe(z.string().max(MAX_SAID)).default(''),
  isShown: z.boolean().describe('may stand on the page of the practice, if the other city agrees'),
});
export const consentInput = exchangeIdInput.extend({
  month: z.union([z.literal(3), z.literal(12)]),
  isShown: z.boolean(),
});

/** A line of the history: what happened when, and which side did it; `clock` where nobody did. */
export type PastStep = { step: ExchangeStep; side: Side | 'clock'; at: string };

export type ExchangeOutcome = {
  month: CheckMonth;
  outcome: Outcome;
  changed: string;
  indicator: string;
  baseline: string;
  value: string;
  hard: string;
  saidAt: string;
  /** Which side lets it be shown on the page of the practice. */
  isShownBy: Record<Side, boolean>;
};

/** One exchange as a person of one of its two cities reads it. */
export type ExchangeCard = {
  id: string;
  state: ExchangeState;
  size: ExchangeSize;
  side: Side;
  own: CityRef;
  other: CityRef;
  /** What it is about, of the need or the practice; else null. */
  subject: LocalText | null;
  /** Whose turn it is now; null where nobody is waited for. */
  awaits: Side | null;
  dueAt: string | null;
  askedAt: string;
  movedAt: string;
  /** When the city that asked is asked what came of it; null where it is not. */
  nextCheck: { month: CheckMonth; dueAt: string; isDue: boolean } | null;
};

export type Exchange = ExchangeCard & {
  version: number;
  question: { text: string; language: string };
  offer: { text: string; language: string } | null;
  languages: string[];
  dates: Dates;
  need: { id: string; title: LocalText } | null;
  practice: { id: string; title: LocalText } | null;
  answers: { text: string; language: string; at: string; side: Side }[];
  brief: Brief | null;
  history: PastStep[];
  outcomes: ExchangeOutcome[];
  completedAt: string | null;
  /** Until then the last answer can be taken back by the reader; null where it cannot. */
  undoUntil: string | null;
  /** The reader is of the city's staff, who read and do not move it. */
  isReadOnly: boolean;
  /** What the reader may do now. */
  may: ExchangeStep[];
};

/** Where a practice went and what came of it: with the consent of both cities. */
export type Transfer = {
  id: string;
  to: CityRef;
  month: CheckMonth;
  outcome: Outcome;
  changed: string;
  indicator: string;
  baseline: string;
  value: string;
  hard: string;
  /** BCP 47 tag of the texts. */
  language: string;
  saidAt: string;
};

/** An exchange as a secretariat sees it: that it is there, and whether it is open. Never how it ended. */
export type StandingExchange = {
  id: string;
  asking: CityRef;
  asked: CityRef;
  size: ExchangeSize;
  isOpen: boolean;
  askedAt: string;
  /** Since when an answer is waited for; null where none is. */
  waitsSince: string | null;
  /** Whether that is for two weeks or longer. */
  isLong: boolean;
};

/** After so many days without an answer a secretariat may offer help. */
export const UNANSWERED_DAYS = 14;

/** Exchanges of the cities of one country that a secretariat sees. */
export type CountryBalance = { country: Country; asking: number; asked: number; open: number };
