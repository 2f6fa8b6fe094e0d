import { z } from 'zod';
import {
  FORUMS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  ROLES,
  type Role,
  TOKEN_SCOPES,
  type TokenScope,
} from '#lib/core/actor.ts';
import { saysSomething } from '#lib/platform/fields.ts';
import { canonicalAddress, officeReference, safeReturn } from './rules.ts';

export const MAX_NAME = 500;
/** Hours without use after which a session ends, and the days after which every one does. */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_DAYS = 30;

/** Minutes for which the link and the code of a mail open a session. */
export const SIGN_IN_MINUTES = 10;
/** Minutes for which the link that the command line prints for the first officer opens a session. */
export const BOOTSTRAP_MINUTES = 60;
/** Wrong codes after which the code of a mail is dead; its link is not. */
export const CODE_TRIES = 5;
/** Wrong codes for one address in a day, after which only links count. */
export const CODE_TRIES_A_DAY = 20;
/** Mails to one address within the life of a link: whoever gets no further one has a living link. */
export const MAILS_AT_ONCE = 5;
/** Mails to one address in a day, after which a further one goes out only when no link lives. */
export const MAILS_A_DAY = 30;

/** From one place in an hour, whatever the addresses: an office behind one connection stays far below. */
export const ASKS_AN_HOUR = 300;
export const CODES_AN_HOUR = 200;

/** Somebody asked for a mail; `requestId` of the payload names the request. */
export const SIGN_IN_ASKED = 'sign-in.asked';
export const SESSION_ENDED = 'session.ended';

/** What a link of a mail is worth: `unknown` was never sent, or is long gone. */
export type LinkState =
  | { state: 'open'; email: string }
  | { state: 'used' | 'expired' | 'unknown'; email: null };

/** What became of a code: `dead` after five wrong ones; `none` when no code is open for this address. */
export type CodeOutcome =
  | { result: 'right' }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'dead' | 'none' };

export const returnField = z.string().max(2000).default('').transform(safeReturn);

/** Six digits, however they were grouped. */
export const codeField = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replaceAll(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'wrong-code' }));

/** One of one's own sessions. `browser` and `system` are names, empty where they are not known. */
export type OwnSession = {
  id: string;
  browser: string;
  system: string;
  startedAt: string;
  lastSeenAt: string;
  isThis: boolean;
};

/** An e-mail address in the one form in which it is compared and kept. */
export const addressField = z
  .string()
  .max(320)
  .transform((text, context) => {
    const address = canonicalAddress(text);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', params: { code: 'wrong-address' } });
    return z.NEVER;
  });

/** A person's name as she writes it: one word or many, with honorifics, in any script. Something of it can be seen. */
export const nameField = z
  .string()
  .max(MAX_NAME)
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .max(MAX_NAME)
      .refine(saysSomething, { params: { code: 'required' } }),
  );

export const roleField = z.enum(ROLES);
export const dayField = z.iso.date();

export const organisationSchema = z.object({
  id: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  citySlug: z.string().nullable(),
  forum: z.enum(FORUMS).nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** Offices of the trial copy that anybody at this computer may act for. */
export const TRIAL_DESKS = [
  { key: 'bandung', role: 'focal-point', city: 'bandung', forum: null },
  { key: 'bandung-office', role: 'head-of-office', city: 'bandung', forum: null },
  { key: 'tacloban', role: 'focal-point', city: 'tacloban', forum: null },
  { key: 'agmf', role: 'secretariat-officer', city: null, forum: 'AGMF' },
  { key: 'mgmac', role: 'secretariat-officer', city: null, forum: 'MGMAC' },
  { key: 'observer', role: 'observer', city: null, forum: null },
] as const;
export type TrialDesk = (typeof TRIAL_DESKS)[number];
export const trialDeskField = z.enum(TRIAL_DESKS.map((desk) => desk.key));

/** Days after which a token expires at the latest. */
export const MAX_TOKEN_DAYS = 366;
export const scopesField = z.array(z.enum(TOKEN_SCOPES)).min(1);

/** Raised when the privacy text changes in what it says; people are then asked again. */
export const CONSENT_VERSION = 1;

/** Days for which something is kept after it has ended; the page about personal data says the same. */
export const RETENTION_DAYS = {
  signInRequest: 1,
  endedSession: 30,
  mail: 90,
  endedToken: 90,
  outcome: 90,
  invitation: 180,
  request: 365,
  personWithoutOffice: 730,
} as const;

type Dated<Rest> = Rest & { createdAt: Date };
/** All that is stored about one person. Times are instants. */
export type MyData = {
  person: Dated<{
    name: string;
    email: string | null;
    language: string;
    consent: { version: number | null; language: string | null; at: Date | null };
  }>;
  appointments: {
    organisation: string;
    role: Role;
    state: string;
    fromOn: string;
    toOn: string | null;
    letterReference: string | null;
  }[];
  sessions: Dated<{ device: string; lastSeenAt: Date }>[];
  tokens: Dated<{ name: string; scopes: TokenScope[]; expiresAt: Date; lastUsedAt: Date | null }>[];
  mails: { template: string; state: string; at: Date; sentAt: Date | null }[];
  invitations: { role: Role; state: string; at: Date }[];
  /** Texts of the office that she wrote: working copies and what they said before. */
  texts: { kind: string; id: string; stage: string; at: Date }[];
  files: { name: string; type: string; size: number; at: Date }[];
  reviews: { practiceId: string; isAgreed: boolean; note: string | null; at: Date }[];
  /** Corrections that she asked for under her address. */
  requests: { kind: string; id: string; wish: string; message: string; at: Date }[];
  actions: { verb: string; kind: string; id: string; at: Date }[];
};
export type MyToken = MyData['tokens'][number] & { id: string };
/** Which roles an organisation of each kind can give. */
export const ROLES_AT: Record<OrganisationKind, readonly Role[]> = {
  'city-office': ['head-of-office', 'focal-point', 'deputy', 'staff'],
  secretariat: ['secretariat-officer', 'staff'],
  chair: ['chair', 'staff'],
  observer: ['observer'],
};
/** Roles that are given by a letter of the office. */
export const ROLES_BY_LETTER: readonly Role[] = ['head-of-office', 'focal-point', 'deputy'];
/** Of these an office has one at a time. */
export const ROLES_HELD_BY_ONE: readonly Role[] = ['focal-point', 'deputy'];
/** Days in which an invitation can be taken. */
export const INVITATION_DAYS = 14;
/** Days after which an office without a focal point is reminded. */
export const TO_BE_NAMED_DAYS = 14;
/** Months after which a profile that nobody confirmed has no news. */
export const MONTHS_WITHOUT_NEWS = 6;
export const MAX_LETTER = 200;
/** Minutes in which a confirmation or an end can be undone; what tells of it is mailed only after them. */
export const UNDO_MINUTES = 10;

/** `city:bandung`, `agmf`, `mgmac`, `chair` or `observer:World Bank`. */
export const officeField = z
  .string()
  .max(320)
  .transform((text, context) => {
    const reference = officeReference(text);
    if (reference !== null) return reference;
    const isUnnamed = /^\s*observer\s*:\s*$/i.test(text);
    const code = isUnnamed ? 'no-observer' : text.trim() === '' ? 'required' : 'unknown-value';
    context.addIssue({ code: 'custom', params: { code } });
    return z.NEVER;
  });

const emptyIsNone = z
  .string()
  .transform((text) => (text.trim() === '' ? undefined : text))
  .optional();

/** How a letter is filed: one line. Empty is none. */
export const letterField = emptyIsNone.pipe(nameField.pipe(z.string().max(MAX_LETTER)).optional());
export const optionalDay = emptyIsNone.pipe(dayField.optional());

const inOrder = (given: { fromOn?: string | undefined; toOn?: string | null | undefined }): boolean =>
  given.fromOn === undefined || given.toOn == null || given.toOn >= given.fromOn;
const WRONG_ORDER = { path: ['toOn'], params: { code: 'wrong-order' } };

export const inviteInput = z
  .object({
    office: officeField,
    role: roleField,
    email: addressField,
    name: emptyIsNone.pipe(nameField.optional()),
    fromOn: optionalDay,
    toOn: optionalDay,
    letterReference: letterField,
  })
  .refine(inOrder, WRONG_ORDER);

export const datesInput = z
  .object({ appointmentId: z.uuid(), fromOn: dayField, toOn: optionalDay, version: z.coerce.number().int() })
  .refine(inOrder, WRONG_ORDER);

export const APPOINTMENT_STATES = ['named', 'confirmed', 'ended'] as const;

/** Who acts for an office, or is to. */
export type OfficePerson = {
  appointmentId: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  state: (typeof APPOINTMENT_STATES)[number];
  fromOn: string;
  toOn: string | null;
  letterReference: string | null;
  /** Photo or scan of the letter: who sees the appointment sees it. */
  letterFileId: string | null;
  version: number;
  office: Organisation;
  /** What the reader may do with it. */
  may: { confirm: boolean; end: boolean; letter: boolean; dates: boolean; undo: boolean };
};

export type Invitation = {
  id: string;
  office: Organisation;
  role: Role;
  email: string;
  name: string | null;
  state: 'open' | 'expired' | 'accepted' | 'withdrawn';
  sentAt: string;
  expiresAt: string;
};

/** What the trail of a secretariat can be narrowed to. */
export const TRAIL_KINDS = [
  'invitation',
  'appointment',
  'membership',
  'correction',
  'mail',
  'city',
  'practice',
  'need',
] as const;
/** `people`: offices and readers, without what the system did by itself. */
export const TRAIL_ACTORS = ['people', 'everybody'] as const;
export const TRAIL_DAYS = [7, 30, 365] as const;

/** Most letters of a spreadsheet with invitations, and most of its rows. */
export const MAX_SHEET = 64 * 1024;
export const MAX_SHEET_ROWS = 500;
export const SHEET_FIELDS = ['office', 'role', 'email', 'name', 'letterReference', 'fromOn', 'toOn'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** One row of a spreadsheet as it would be invited. `line`: as the spreadsheet counts them, the header is 1. */
export type SheetRow = {
  line: number;
  office: string;
  role: string;
  email: string;
  state: 'new' | 'open' | 'held' | 'wrong';
  problems: { field: SheetField | 'row'; code: string }[];
};
