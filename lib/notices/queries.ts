import { isOnTrialCopy } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { withActor } from '#lib/core/transaction.ts';
import { unseal } from '#lib/platform/secret.ts';
import { type OutboxNotice, type Sealed, sealedField } from './contract.ts';
import { wordsOf } from './rules.ts';
import { type NoticeRow, selectNewest } from './store.ts';

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
