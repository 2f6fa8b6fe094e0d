import { jobContext } from '#lib/core/context.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { logger } from '#lib/platform/log.ts';
import { seal } from '#lib/platform/secret.ts';
import type { NewNotice } from './contract.ts';
import type { MailAnswer, SendMail } from './gateway.ts';
import { unsealed } from './queries.ts';
import { isLastWord, nextTry, renderMail, wordsOf } from './rules.ts';
import { closeNotice, insertNotice, type NoticeRow, postponeNotice, selectQueued } from './store.ts';

const log = logger('notices');
const { actor: job } = jobContext('notices');

/**
 * Queues a mail within the transaction that gives the reason for it: no mail without the fact, no fact without
 * its mail. Repeatable: a key is said once. Without a mail server, and for a trial desk, it is kept, not sent.
 */
export async function queueNotice(tx: Tx, given: NewNotice): Promise<void> {
  const isKept = given.isTrial || env().smtpUrl === undefined;
  await insertNotice(tx, {
    id: newId(),
    key: given.key,
    personId: given.personId,
    email: given.email,
    language: given.language,
    template: given.template,
    params: given.params,
    sealed: given.sealed === undefined ? null : seal(JSON.stringify(given.sealed)),
    state: isKept ? 'kept' : 'queued',
    isTrial: given.isTrial,
    expiresAt: given.expiresAt ?? null,
  });
}

/**
 * Sends one queued notice and keeps what the mail server said; run by the worker, one job at a time for each.
 * A server that is away or says "later" is asked again, ever more rarely. The log gets ids and codes only.
 */
export async function deliverNotice(noticeId: string, send: SendMail): Promise<void> {
  const found = await withActor(job, (tx) => selectQueued(tx, noticeId));
  if (found === undefined) return;
  const { row, isExpired } = found;
  const answer: MailAnswer = isExpired ? { isSent: false, problem: 'expired' } : await send(mailOf(row));
  if (answer.isSent) {
    await withActor(job, (tx) => closeNotice(tx, row.id, { state: 'sent', problem: null }), 'read write');
    return;
  }
  const { problem } = answer;
  const seconds = isExpired || isLastWord(answer) ? null : nextTry(row.tries + 1);
  const { responseCode, code } = answer;
  log.warn({ notice: row.id, tries: row.tries + 1, responseCode, code, seconds }, 'a mail was not sent');
  await withActor(
    job,
    (tx) =>
      seconds === null
        ? closeNotice(tx, row.id, { state: 'failed', problem })
        : postponeNotice(tx, row.id, seconds, problem),
    'read write',
  );
}

function mailOf(row: NoticeRow) {
  const { publicUrl, host, port, mailFrom } = env();
  const base = (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '');
  const { subject, text, html } = renderMail(wordsOf({ ...row, sealed: unsealed(row) }), base);
  // The same id at every try: a mail that came twice after all is shown once.
  const messageId = `<${row.id}@${new URL(base).hostname}>`;
  return { from: mailFrom, to: row.email, subject, text, html, messageId, language: row.language };
}
