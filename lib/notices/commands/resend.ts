import { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { type ErrorCode, notFound, SalingError } from '#lib/core/errors.ts';
import { takeTurn } from '#lib/core/turns.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { MOST_AGAIN_AN_HOUR, MOST_TRIES } from '#lib/notices/contract.ts';
import { lockFailed, requeueNotice } from '#lib/notices/store/mails.ts';

type Found = Awaited<ReturnType<typeof lockFailed>>;

const mayResend = (actor: Actor, found: Found): ErrorCode | null =>
  found === undefined || !isOfficer(actor) ? 'not-found' : null;

/**
 * Sends a mail once more that could not be sent. What was tried stays counted, so each press is one further try.
 * @throws SalingError `conflict` with its state or `out-of-date` for a reason, `too-many` within ten minutes of the
 * last try, after twice the usual tries, and beyond what one place may send again in an hour
 */
export const resendMail = defineCommand({
  name: 'mail.resend',
  input: z.object({ noticeId: z.uuid() }),
  load: (tx, { noticeId }) => lockFailed(tx, noticeId),
  policy: mayResend,
  apply: async (tx, _input, found, context) => {
    if (found === undefined) throw notFound();
    const { row, isExpired, isJustTried } = found;
    if (row.state === 'queued') return { outcome: { changed: false }, subject: null };
    if (row.state !== 'failed') throw new SalingError('conflict', { params: { reason: row.state } });
    if (isExpired) throw new SalingError('conflict', { params: { reason: 'out-of-date' } });
    if (isJustTried || row.tries >= 2 * MOST_TRIES) throw new SalingError('too-many');
    await takeTurn(tx, 'mail.resend', context, MOST_AGAIN_AN_HOUR);
    await requeueNotice(tx, row.id);
    return {
      outcome: { changed: true },
      subject: { kind: 'mail', id: row.id },
      before: { state: 'failed', tries: row.tries },
      after: { state: 'queued' },
    };
  },
});
