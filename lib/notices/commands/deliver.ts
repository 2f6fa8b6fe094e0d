import { jobContext } from '#lib/core/context.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import type { NoticeWords } from '#lib/notices/contract.ts';
import type { MailAnswer, SendMail } from '#lib/notices/gateway.ts';
import { digestLines, unsealed } from '#lib/notices/queries.ts';
import { isLastWord, nextTry, renderMail, waitsForDigest, wordsOf } from '#lib/notices/rules.ts';
import { closeNotice, type NoticeRow, postponeNotice, selectQueued } from '#lib/notices/store/mails.ts';
import {
  countMail,
  deleteNotice,
  gatherNotice,
  lockRecipient,
  selectTold,
  wipeGathered,
} from '#lib/notices/store/news.ts';
import { env, siteAddress } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';

const log = logger('notices');
const { actor: job } = jobContext('notices');

/**
 * Sends one queued notice and keeps what the mail server said; run by the worker, one job at a time for each.
 * A server that is away or says "later" is asked again, ever more rarely. The log gets ids and codes only.
 */
export async function deliverNotice(noticeId: string, send: SendMail): Promise<void> {
  const found = await withActor(job, (tx) => takeOut(tx, noticeId), 'read write');
  if (found === undefined) return;
  const { row, isExpired, lines } = found;
  const answer: MailAnswer = isExpired
    ? { isSent: false, problem: 'expired' }
    : await send(mailOf(row, lines));
  if (answer.isSent) {
    await withActor(
      job,
      async (tx) => {
        await closeNotice(tx, row.id, { state: 'sent', problem: null, isOver: true });
        if (row.template === 'digest') await wipeGathered(tx, row.id);
      },
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

type Taken = { row: NoticeRow; isExpired: boolean; lines: NoticeWords['lines'] };

/**
 * What leaves now; undefined for what waits for the mail of the day, and for a mail of the day that has nothing new
 * left to say.
 */
async function takeOut(tx: Tx, noticeId: string): Promise<Taken | undefined> {
  const found = await selectQueued(tx, noticeId);
  if (found === undefined) return undefined;
  const { row, isExpired } = found;
  if (row.template === 'digest') {
    const lines = await digestLines(tx, row);
    if (lines.length === 0) await deleteNotice(tx, row.id);
    return lines.length === 0 ? undefined : { ...found, lines };
  }
  // Once it counts, it leaves; the server may have been away at the first try.
  if (isExpired || row.about === null || row.personId === null || row.countedAt !== null)
    return { ...found, lines: [] };
  await lockRecipient(tx, row.personId);
  if (waitsForDigest(row, await selectTold(tx, row))) {
    await gatherNotice(tx, row.id);
    return undefined;
  }
  await countMail(tx, row.id);
  return { ...found, lines: [] };
}

function mailOf(row: NoticeRow, lines: NoticeWords['lines']) {
  const { mailFrom } = env();
  const base = siteAddress('');
  const { subject, text, html } = renderMail(wordsOf({ ...row, sealed: unsealed(row) }, lines), base);
  // The same id at every try: a mail that came twice after all is shown once.
  const messageId = `<${row.id}@${new URL(base).hostname}>`;
  return { from: mailFrom, to: row.email, subject, text, html, messageId, language: row.language };
}
