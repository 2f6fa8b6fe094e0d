import { z } from 'zod';

/** Each is a message of `mail.json` with `subject`, `lead`, and what it needs of `action`, `code` and `after`. */
export const NOTICE_TEMPLATES = [
  'sign-in',
  'invitation',
  'appointment-named',
  'appointment-confirmed',
  'appointment-ended',
  'to-be-named',
  'to-be-named-officer',
  'profile-ask',
  'profile-fade',
  'profile-ask-withdrawal',
  'profile-news',
  'exchange-asked',
  'exchange-dates',
  'exchange-remind',
  'exchange-accepted',
  'exchange-declined',
  'exchange-withdrawn',
  'exchange-expired',
  'exchange-brief',
  'exchange-agreed',
  'exchange-answered',
  'exchange-completed',
  'exchange-outcome',
  'exchange-paper',
  'digest',
] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/**
 * `kept`: never sent, since there is no mail server or it was written at a desk of the trial copy. `gathered`: not
 * sent by itself but told in the recipient's mail of the day.
 */
export const NOTICE_STATES = ['queued', 'sent', 'failed', 'kept', 'gathered'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What opens something: the path of the page with the button, and a code. Encrypted until sent, then wiped. */
export const sealedField = z.object({ path: z.string().startsWith('/'), code: z.string().optional() });
export type Sealed = z.infer<typeof sealedField>;

/** A mail to one address. `key` names what it is about: the same is said once. */
export type NewNotice = {
  key: string;
  personId: string | null;
  email: string;
  /** The recipient's; an unknown one becomes English. */
  language: string;
  template: NoticeTemplate;
  params: Record<string, string | number>;
  /**
   * The page that it is about, which opens nothing by itself: its matter. One matter is mailed once a day at most, and
   * all matters together within the budget. Without it the mail goes out at once: it was asked for.
   */
  about?: string;
  sealed?: Sealed;
  isTrial: boolean;
  /** From then on it is of no use and is not sent any more. */
  expiresAt?: Date;
  /** For so long it can be undone: nothing is sent before. */
  heldMinutes?: number;
};

/** The words of a mail. `action`: the path or address that its button leads to. */
export type NoticeWords = {
  language: string;
  subject: string;
  paragraphs: string[];
  action: { words: string; href: string } | null;
  code: string | null;
  /** Of a mail of the day: what is new, each with the page that it is about. */
  lines: { words: string; href: string }[];
  after: string[];
  foot: string;
};

/** A mail as the outbox of the trial copy shows it; `words.action` is wiped once it was sent. */
export type OutboxNotice = {
  id: string;
  email: string;
  state: NoticeState;
  problem: string | null;
  tries: number;
  createdAt: string;
  words: NoticeWords;
};

/** Mails that a person gets by themselves within 24 hours, over all domains; more wait for the mail of the day. */
export const MAIL_BUDGET = 3;
/** From this hour on, where the office is, the mail of the day leaves. */
export const DIGEST_HOUR = 7;
/** For so long news stand on their page. */
export const NEWS_DAYS = 60;

/** What is new for a person: the last word on each matter. */
export type News = {
  id: string;
  /** The page that it is about. */
  about: string;
  words: string;
  at: string;
  isSeen: boolean;
};

/** Tries before a mail is given up. */
export const MOST_TRIES = 12;
/** Failed mails that may be sent again from one place in an hour. */
export const MOST_AGAIN_AN_HOUR = 300;

/** A mail as a secretariat's log shows it: what it was about, not what it opened. */
export type LoggedMail = {
  id: string;
  email: string;
  subject: string;
  language: string;
  state: NoticeState;
  problem: string | null;
  queuedAt: string;
  /** Of the mail that carries an invitation. */
  invitationId: string | null;
  /** Whether it can be sent again as it is. */
  isRepeatable: boolean;
};
