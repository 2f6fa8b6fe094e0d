import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { MailAnswer, SendMail } from '#lib/notices/gateway.ts';
import { unsealed } from '#lib/notices/queries.ts';
import { isLastWord, nextTry, renderMail, wordsOf } from '#lib/notices/rules.ts';
import { closeNotice, type NoticeRow, postponeNotice, selectQueued } from '#lib/notices/store.ts';
import { env, siteAddress } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';

const log = logger('notices');
const { actor: job } = jobContext('notices');

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
    await withActor(
      job,
      (tx) => closeNotice(tx, row.id, { state: 'sent', problem: null, isOver: true }),
      'read write',
    );
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
        ? closeNotice(tx, row.id, {
            state: 'failed',
            problem,
            isOver: isExpired || row.template === 'sign-in',
          })
        : postponeNotice(tx, row.id, seconds, problem),
    'read write',
  );
}

function mailOf(row: NoticeRow) {
  const { mailFrom } = env();
  const base = siteAddress('');
  const { subject, text, html } = renderMail(wordsOf({ ...row, sealed: unsealed(row) }), base);
  // The same id at every try: a mail that came twice after all is shown once.
  const messageId = `<${row.id}@${new URL(base).hostname}>`;
  return { from: mailFrom, to: row.email, subject, text, html, messageId, language: row.language };
}
