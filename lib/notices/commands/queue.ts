import type { Tx } from '#lib/core/transaction.ts';
import type { NewNotice } from '#lib/notices/contract.ts';
import { insertNotice, minutesFromNow } from '#lib/notices/store/mails.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { seal } from '#lib/platform/secret.ts';

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
    about: given.about ?? null,
    sealed: given.sealed === undefined ? null : seal(JSON.stringify(given.sealed)),
    state: isKept ? 'kept' : 'queued',
    isTrial: given.isTrial,
    expiresAt: given.expiresAt ?? null,
    ...(given.heldMinutes === undefined ? {} : { dueAt: minutesFromNow(given.heldMinutes) }),
  });
}
