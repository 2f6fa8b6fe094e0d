import { jobContext } from './context.ts';
import { claimReaction, findEvent } from './store.ts';
import { type Tx, withActor } from './transaction.ts';

/** A fact in the past tense. Payloads hold ids, versions and enums, never text that a person wrote. */
export type DomainEvent = { stream: string; type: string; payload: Record<string, unknown> };
export type StoredEvent = DomainEvent & { id: string; sequence: number };

/**
 * What a domain on the right does when the left has spoken. `handle` runs in its own transaction as a job and
 * must be idempotent; `after` runs once it is committed, for work that must not hold a transaction (no result kept).
 */
export type Reaction = {
  name: string;
  types: readonly string[];
  handle?: (tx: Tx, event: StoredEvent) => Promise<void>;
  after?: (event: StoredEvent) => Promise<void>;
};

/** Runs every reaction to one event. Repeating it is harmless: `(event, reaction)` is unique. */
export async function runReactions(reactions: readonly Reaction[], eventId: string): Promise<void> {
  const { actor } = jobContext('events');
  const event = await withActor(actor, (tx) => findEvent(tx, eventId));
  if (event === undefined) return;
  for (const reaction of reactions) {
    if (!reaction.types.includes(event.type)) continue;
    await withActor({ kind: 'job', name: reaction.name }, (tx) => runOnce(tx, reaction, event), 'read write');
    await reaction.after?.(event);
  }
}

async function runOnce(tx: Tx, reaction: Reaction, event: StoredEvent): Promise<void> {
  if (await claimReaction(tx, event.id, reaction.name)) await reaction.handle?.(tx, event);
}
