import { and, eq, lt, sql } from 'drizzle-orm';
import { audit, command, event, eventReaction, turn } from '#db/schema/core.ts';
import { newId } from '#lib/platform/ids.ts';
import { type Actor, actorKey } from './actor.ts';
import type { DomainEvent, StoredEvent } from './events.ts';
import type { Tx } from './transaction.ts';

export type AuditEntry = {
  verb: string;
  subject: { kind: string; id: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Takes the command's id for this actor. Two at once: the second waits, then learns the first's outcome. */
export async function claimCommand(
  tx: Tx,
  actor: Actor,
  commandId: string,
  name: string,
): Promise<{ isNew: true } | { isNew: false; name: string; outcome: unknown }> {
  const key = actorKey(actor);
  const claimed = await tx
    .insert(command)
    .values({ actorKey: key, commandId, name })
    .onConflictDoNothing()
    .returning({ name: command.name });
  if (claimed.length > 0) return { isNew: true };
  const [earlier] = await tx
    .select({ name: command.name, outcome: command.outcome })
    .from(command)
    .where(and(eq(command.actorKey, key), eq(command.commandId, commandId)));
  return { isNew: false, name: earlier?.name ?? name, outcome: earlier?.outcome };
}

export async function keepOutcome(tx: Tx, actor: Actor, commandId: string, outcome: unknown): Promise<void> {
  await tx
    .update(command)
    .set({ outcome })
    .where(and(eq(command.actorKey, actorKey(actor)), eq(command.commandId, commandId)));
}

export async function writeAudit(
  tx: Tx,
  actor: Actor,
  entry: AuditEntry & { commandId: string; requestId: string },
): Promise<void> {
  await tx.insert(audit).values({
    id: newId(),
    actorKind: actor.kind,
    actorRef: actorKey(actor),
    verb: entry.verb,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
    requestId: entry.requestId,
    commandId: entry.commandId,
  });
}

/** Appends to the event's stream; the row lock on the stream orders writers. */
export async function writeEvent(tx: Tx, entry: DomainEvent): Promise<void> {
  await tx.execute(sql`
    with next as (
      insert into stream as s (name, last_sequence) values (${entry.stream}, 1)
      on conflict (name) do update set last_sequence = s.last_sequence + 1
      returning last_sequence)
    insert into event (id, stream, sequence, type, payload)
    select ${newId()}::uuid, ${entry.stream}, last_sequence, ${entry.type}, ${JSON.stringify(entry.payload)}::text::jsonb
    from next`);
}

export async function findEvent(tx: Tx, eventId: string): Promise<StoredEvent | undefined> {
  const [row] = await tx
    .select({
      id: event.id,
      stream: event.stream,
      sequence: event.sequence,
      type: event.type,
      payload: event.payload,
    })
    .from(event)
    .where(eq(event.id, eventId));
  return row;
}

/** True for the one transaction that may run this reaction to this event. */
export async function claimReaction(tx: Tx, eventId: string, reaction: string): Promise<boolean> {
  const rows = await tx
    .insert(eventReaction)
    .values({ eventId, reaction })
    .onConflictDoNothing()
    .returning({ eventId: eventReaction.eventId });
  return rows.length > 0;
}

/** One more in this hour under the key; two at once wait for each other. Forgets what is older than a day. */
export async function countTurn(tx: Tx, key: string): Promise<{ count: number; secondsLeft: number }> {
  const [row] = await tx
    .insert(turn)
    .values({ key, hour: sql`date_trunc('hour', saling_now())`, count: 1 })
    .onConflictDoUpdate({ target: [turn.key, turn.hour], set: { count: sql`${turn.count} + 1` } })
    .returning({
      count: turn.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${turn.hour} + interval '1 hour' - saling_now()))::int`,
    });
  // With the first of a place, not with each.
  if (row?.count === 1) await tx.delete(turn).where(lt(turn.hour, sql`saling_now() - interval '1 day'`));
  return row ?? { count: 1, secondsLeft: 3600 };
}
