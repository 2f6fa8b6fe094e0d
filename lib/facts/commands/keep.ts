import { FACT_KEYS, type FactContent, type FactKey } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { changedVersions } from '#lib/drafts/rules.ts';
import type { SavedFact } from '#lib/facts/contract.ts';
import { changes } from '#lib/facts/rules.ts';
import { lockFact, putFactDraft, type Which } from '#lib/facts/store.ts';
import { loadStand, type Stand, writerAt } from './stand.ts';

/** Keeps the content as the working copy of the fact; where it says what stands there, nothing is done. */
export async function keepWriting(
  tx: Tx,
  context: Context,
  stand: Stand,
  content: FactContent,
): Promise<SavedFact> {
  const changed = changes(stand.content, content);
  if (changed.length === 0) {
    const at = stand.draft?.updatedAt ?? stand.fact?.updatedAt ?? new Date();
    return { version: stand.version, savedAt: at.toISOString() };
  }
  const { cityId, key, isTrial } = stand;
  const { personId, role } = writerAt(context, cityId);
  const version = stand.version + 1;
  const saved = await putFactDraft(tx, {
    cityId,
    key,
    isTrial,
    content,
    version,
    fieldVersions: changedVersions(stand, changed, version),
    writtenBy: personId,
    writtenRole: role,
  });
  return { version, savedAt: saved.updatedAt.toISOString() };
}

/** Nobody else writes of any fact of the city until the transaction ends. Always in one order. */
export async function lockFacts(tx: Tx, which: Omit<Which, 'key'>): Promise<void> {
  for (const key of FACT_KEYS) await lockFact(tx, { ...which, key });
}

/** Facts that a file brings, as working copies: whoever speaks for the city states them. */
export async function keepCarried(
  tx: Tx,
  context: Context,
  citySlug: string,
  all: readonly { key: FactKey; content: FactContent }[],
): Promise<void> {
  for (const { key, content } of all) {
    const stand = await loadStand(tx, { citySlug, key }, context);
    if (stand === null) throw notFound();
    await keepWriting(tx, context, stand, content);
  }
}
