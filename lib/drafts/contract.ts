import { z } from 'zod';
import type { Role } from '#lib/core/actor.ts';
import type { Attachment, StoredFile } from '#lib/files/contract.ts';
import { slugField } from '#lib/platform/fields.ts';
import type { LocalText } from '#lib/platform/language.ts';

export const DRAFT_KINDS = ['practice', 'need'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Languages of the region, in which a city may write. */
export const RECORD_LANGUAGES = [
  'en',
  'fil',
  'id',
  'km',
  'lo',
  'ms',
  'my',
  'pt',
  'ta',
  'tet',
  'th',
  'vi',
  'zh',
] as const;
export type RecordLanguage = (typeof RECORD_LANGUAGES)[number];

export const MAX_TITLE = 200;
export const MAX_SUMMARY = 1000;
export const MAX_RECORD_TEXT = 10_000;
export const MAX_TOPICS = 12;
export const MAX_APPROVAL = 200;

/** Values of fields by name; which fields there are, the contract of each kind of record says. */
export type DraftContent = Record<string, string | number | readonly string[] | readonly Attachment[] | null>;

/** Made of city slug, kind and title, see `keyBase`. */
export const draftKeyField = slugField;

/** The working copy of a record, as its own city's people see it. */
export type Draft = {
  kind: DraftKind;
  id: string;
  citySlug: string;
  /** `with-office`: waits for the mayor's office; nobody writes meanwhile. */
  state: 'draft' | 'with-office';
  /** Nothing of it is published yet. */
  isNew: boolean;
  isTrial: boolean;
  version: number;
  language: string;
  content: DraftContent;
  savedAt: string;
  /** The role in which it was last written; persons are not named. */
  writtenRole: Role;
  isWrittenByMe: boolean;
  isSentByMe: boolean;
  sentAt: string | null;
};

/** What a record or its working copy said at a time before. */
export type DraftVersion = {
  stage: 'draft' | 'published';
  version: number;
  content: DraftContent;
  approval: string | null;
  /** Photo of the signed sheet. */
  approvalFile: StoredFile | null;
  at: string;
};

/** What a reader of a working copy may do; pages offer nothing else, commands decide anew. */
export type DraftRights = {
  isTrial: boolean;
  hasTwoPeople: boolean;
  isHead: boolean;
  maySpeak: boolean;
  mayPublish: boolean;
  mayDiscard: boolean;
};

/** A record of one's own city, published or withdrawn. */
export type OwnRecord = {
  kind: DraftKind;
  id: string;
  title: LocalText;
  state: 'published' | 'withdrawn';
  origin: 'compiled' | 'city';
  /** The data files hold it, whoever says it now. */
  isFromFiles: boolean;
  audience: 'public' | 'observers' | 'members';
  confirmedAt: string | null;
  /** Trial desks change trial records only, real offices the real ones. */
  isChangeable: boolean;
  version: number;
};

/** Code of a field in a conflict where the writer has saved the other text herself. */
export const SAVED_BY_YOU = 'saved-by-you';

export type SavedDraft = { id: string; version: number; savedAt: string };

/** Several lines or one, as a person wrote them; null where there is nothing. */
export const recordText = (maximum: number) =>
  z
    .string()
    .max(maximum * 2)
    .nullable()
    .transform((text) => tidy(text ?? ''))
    .pipe(z.string().max(maximum))
    .transform((text) => (text === '' ? null : text));

/** The same in one line. */
export const recordLine = (maximum: number) =>
  recordText(maximum).transform((text) => text?.replace(/\s+/gu, ' ') ?? null);

/** Some of these values, each once. */
export const recordChoices = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .array(z.enum(values))
    .max(50)
    .transform((list) => [...new Set(list)]);

export const recordChoice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.union([z.literal('').transform(() => null), z.enum(values)]).nullable();

// Browsers send lines of a form with CR and LF, scripts with LF alone: what is equal must compare as equal.
function tidy(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();
}
