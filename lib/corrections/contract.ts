import { z } from 'zod';
import { cleanText, slugField, wordedText } from '#lib/platform/fields.ts';

export const MAX_MESSAGE = 4000;
/** Wishes from one place in an hour; an office behind one connection stays well below. */
export const MOST_IN_AN_HOUR = 10;

const wellFormed = (maximum: number) => z.string().max(maximum).transform(cleanText);

export const askCorrectionInput = z.object({
  recordKind: z.enum(['city', 'practice', 'need']),
  recordKey: slugField,
  wish: z.enum(['correction', 'removal']),
  message: z.string().max(MAX_MESSAGE).transform(wordedText).pipe(z.string().min(1)),
  office: wellFormed(200).optional(),
  email: z.union([z.literal('').transform(() => undefined), z.email().max(200)]).optional(),
});
export type AskCorrectionInput = z.input<typeof askCorrectionInput>;
export type Correction = {
  id: string;
  recordKind: 'city' | 'practice' | 'need';
  recordKey: string;
  wish: 'correction' | 'removal';
  message: string;
  office: string | null;
  email: string | null;
  askedAt: string;
  /** What the city that it is about says to it. */
  cityAnswer: CityAnswer | null;
  /** Asked on the trial copy: it reaches desks only and goes with "Start again". */
  isTrial: boolean;
};

export const CITY_ANSWERS = ['done', 'declined'] as const;
export type CityAnswer = (typeof CITY_ANSWERS)[number];
/** `open`: takes back what was answered. */
export const answerCorrectionInput = z.object({
  correctionId: z.uuid(),
  answer: z.enum([...CITY_ANSWERS, 'open']),
});
/** A request about a record of one's own city. Who asked left the address for the secretariat: it is not here. */
export type OwnCorrection = Omit<Correction, 'email' | 'cityAnswer' | 'isTrial'> & {
  answer: CityAnswer | null;
  answeredAt: string | null;
};
