import { z } from 'zod';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { unseal } from '#lib/platform/secret.ts';
import {
  type LoggedMail,
  type News,
  NOTICE_STATES,
  type NoticeWords,
  type OutboxNotice,
  type Sealed,
  sealedField,
} from './contract.ts';
import { wordsOf } from './rules.ts';
import { type NoticeRow, selectLog, selectNewest } from './store/mails.ts';
import { selectNews } from './store/news.ts';

const MOST = 50;

/** What a notice would open; null once wiped, and where the secret has changed since. */
export function unsealed(row: Pick<NoticeRow, 'sealed'>): Sealed | null {
  const text = row.sealed === null ? null : unseal(row.sealed);
  return text === null ? null : sealedField.parse(JSON.parse(text));
}

/** The mails that a trial copy keeps instead of sending them, the newest first. @throws SalingError `not-found` elsewhere */
export async function listOutbox(context: Context): Promise<OutboxNotice[]> {
  if (!isOnTrialCopy(context.actor)) throw notFound();
  const rows = await withActor(jobContext('outbox').actor, (tx) => selectNewest(tx, MOST));
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    state: row.state,
    problem: row.problem,
    tries: row.tries,
    createdAt: row.createdAt.toISOString(),
    words: wordsOf({ ...row, sealed: unsealed(row) }),
  }));
}

const PAGE = 50;
/** The key of the mail that carries an invitation names it: such a mail can be sent again, with a new link. */
const INVITATION = /^invitation:([0-9a-f-]{36}):/;

/** Mails about offices that the officer serves, the newest first. @throws SalingError `not-found` for others */
export const listMails = defineQuery({
  input: z.object({
    before: z.uuid().optional().catch(undefined),
    state: z.enum(NOTICE_STATES).optional().catch(undefined),
  }),
  run: async (tx, input, { actor }): Promise<{ items: LoggedMail[]; next: string | null }> => {
    if (!isOfficer(actor)) throw notFound();
    const rows = await selectLog(tx, { ...input, limit: PAGE + 1 });
    const items = rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      email: row.email,
      subject: wordsOf({ ...row, sealed: null }).subject,
      language: row.language,
      state: row.state,
      problem: row.problem,
      queuedAt: row.createdAt.toISOString(),
      invitationId: INVITATION.exec(row.key)?.[1] ?? null,
      isRepeatable: row.state === 'failed' && row.problem !== 'expired',
    }));
    return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  },
});

/** What is new for the person who asks: the last word on each page she got mails about, the newest first. */
export const listNews = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor, language }): Promise<News[]> => {
    if (actor.kind !== 'person') throw notFound();
    const rows = await selectNews(tx, actor.personId, actor.isTrial);
    return rows.map((row) => ({
      id: row.id,
      about: row.about ?? '',
      words: wordsOf({ ...row, language, sealed: null }).subject,
      at: row.createdAt.toISOString(),
      isSeen: row.isSeen,
    }));
  },
});

/**
 * The lines of a mail of the day: all that its recipient has not seen, as her page of news shows it. A mail that was
 * not sent by itself still opens here what it would have opened.
 */
export async function digestLines(tx: Tx, digest: NoticeRow): Promise<NoticeWords['lines']> {
  const rows = await selectNews(tx, digest.personId ?? '', digest.isTrial);
  return rows
    .filter((row) => !row.isSeen)
    .map((row) => {
      const path = row.isOver ? undefined : unsealed(row)?.path;
      return {
        words: wordsOf({ ...row, language: digest.language, sealed: null }).subject,
        href: path ?? row.about ?? '/',
      };
    });
}
