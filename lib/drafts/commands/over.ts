import type { Context } from '#lib/core/context.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { isLaidOver } from '#lib/drafts/policy.ts';
import { type DraftRow, lockKeys, selectDraft } from '#lib/drafts/store.ts';
import { newId } from '#lib/platform/ids.ts';
import type { RecordRow, RecordSpec } from './spec.ts';

type Own<Row extends RecordRow> = Pick<RecordSpec<Row, unknown>, 'kind' | 'select' | 'lock' | 'insert'>;

/**
 * The record as the actor may change it, locked. A desk of the trial copy gets a trial record with the same words and
 * the same key, which lies over the compiled one for desks; the first time it is made.
 * @param seen what the actor was shown, once the policy has let her in
 */
export async function lockOwn<Row extends RecordRow>(
  tx: Tx,
  spec: Own<Row>,
  seen: Row | undefined,
  { actor }: Context,
): Promise<Row | null> {
  if (seen === undefined) return null;
  if (!isLaidOver(actor, seen)) return spec.lock(tx, seen.key);
  await lockKeys(tx, seen.key);
  const draft = await selectDraft(tx, spec.kind, seen.key);
  return (await spec.lock(tx, seen.key)) ?? layOver(tx, spec, seen, draft?.id ?? newId());
}

/** What the working copy of a desk is about: what lies over the compiled record already, or does from now on. */
export async function lockPublished<Row extends RecordRow>(
  tx: Tx,
  spec: Own<Row>,
  draft: DraftRow,
  { actor }: Context,
): Promise<Row | null> {
  const published = await spec.lock(tx, draft.key);
  if (published !== null || draft.baseVersion === null) return published;
  const seen = await spec.select(tx, draft.key);
  return seen !== undefined && isLaidOver(actor, seen) ? layOver(tx, spec, seen, draft.id) : null;
}

async function layOver<Row extends RecordRow>(
  tx: Tx,
  spec: Own<Row>,
  seen: Row,
  id: string,
): Promise<Row | null> {
  await spec.insert(tx, { ...seen, id, isTrial: true });
  return spec.lock(tx, seen.key);
}
