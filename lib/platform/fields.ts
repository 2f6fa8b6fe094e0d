import { z } from 'zod';
import { INTERFACE_LANGUAGES } from './language.ts';

/** Most rows that one list answer may hold. */
export const MAX_LIMIT = 100;
/** Longest text that a reader may send: a described problem, a search. */
export const MAX_TEXT = 10_000;

/** Most of a search that pages look for: more words than the engines look at, few enough to stand in every link. */
export const MAX_QUERY = 500;

export const COUNTRIES = ['BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'TL', 'VN'] as const;
export type Country = (typeof COUNTRIES)[number];

export const PILLARS = [
  'political-security',
  'economic',
  'socio-cultural',
  'connectivity',
  'identity',
] as const;
export type Pillar = (typeof PILLARS)[number];

export const slugField = z.string().min(1).max(120);
export const limitField = z.coerce.number().int().min(1).max(MAX_LIMIT);
export const cursorField = z.string().max(100).optional();
export const countryField = z.enum(COUNTRIES);
export const pillarField = z.enum(PILLARS);
export const sdgField = z.coerce.number().int().min(1).max(17);
export const languageField = z.enum(INTERFACE_LANGUAGES);
/** What a person typed; lone surrogates and NUL cannot be stored as text and are dropped. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').trim();
export const textField = z.string().max(MAX_TEXT).transform(cleanText);
/** Whether anything is said, in any script: blanks, signs and what has no width say nothing. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
/** Clean text that says something; else empty. Joiners within words stay: some scripts are written with them. */
export const wordedText = (text: string): string => (saysSomething(text) ? cleanText(text) : '');
/** The same where something must be said. */
export const saidField = z.string().max(MAX_TEXT).transform(wordedText).pipe(z.string().min(1));
/** What is looked for: signs alone are found nowhere, which is no mistake. */
export const queryField = z.string().min(1).max(MAX_TEXT).transform(cleanText).pipe(z.string().min(1));
/** One value or several of a filter: `topic=heat` and `topic=heat&topic=drainage` are both fine. */
export const someOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).max(50), item.transform((one) => [one])]).optional();

export const localTextSchema = z.object({
  text: z.string(),
  language: z.string().describe('BCP 47 tag of the text'),
  isUncheckedTranslation: z.boolean(),
});

export const sourceSchema = z.object({ url: z.string(), title: z.string().nullable() });
export type Source = z.infer<typeof sourceSchema>;

export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('opaque cursor of the next page') });
