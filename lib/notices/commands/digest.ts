import { jobContext } from '#lib/core/context.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { DIGEST_HOUR } from '#lib/notices/contract.ts';
import { insertNotice, selectKeys } from '#lib/notices/store/mails.ts';
import { type Due, lockRecipient, markGathered, selectDigestsDue } from '#lib/notices/store/news.ts';
import { newId } from '#lib/platform/ids.ts';
import { seal } from '#lib/platform/secret.ts';

export const NEWS_ADDRESS = '/account/news';

/** The mail of the day, once a day and from the morning on where the office is, to who has not seen what was gathered. */
export async function sendDigests(): Promise<void> {
  const { actor } = jobContext('sweep');
  const due = await withActor(actor, selectDigestsDue);
  for (const one of due.filter(({ hour }) => hour >= DIGEST_HOUR)) {
    await withActor(actor, (tx) => queueDigest(tx, one), 'read write');
  }
}

async function queueDigest(tx: Tx, { personId, email, language, day }: Due): Promise<void> {
  await lockRecipient(tx, personId);
  const key = `digest:${personId}:${day}`;
  if ((await selectKeys(tx, [key])).has(key)) return;
  const id = newId();
  // Which news it holds is read when it leaves: what was seen meanwhile is no news.
  await insertNotice(tx, {
    ...{ id, key, personId, email, language },
    template: 'digest',
    params: {},
    sealed: seal(JSON.stringify({ path: NEWS_ADDRESS })),
    state: 'queued',
    isTrial: false,
  });
  await markGathered(tx, personId, id);
}
