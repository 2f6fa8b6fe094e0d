import type { z } from 'zod';
import { isUuid } from '#lib/platform/ids.ts';
import type { Context } from './context.ts';
import { type ErrorCode, SalingError } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { parseInput } from './parse.ts';
import { refuseReadOnly } from './policy.ts';
import { type AuditEntry, claimCommand, keepOutcome, writeAudit, writeEvent } from './store.ts';
import { type Tx, withActor } from './transaction.ts';

/** What a command did. `subject: null` means that nothing had to change: no audit row, no event. */
export type Effect<Outcome> = {
  outcome: Outcome;
  subject: AuditEntry['subject'] | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  event?: DomainEvent;
};

export type CommandDefinition<Schema extends z.ZodType, Resource, Outcome> = {
  /** `noun.verb`, written into the audit trail. */
  name: string;
  input: Schema;
  /** Loads and locks what the command is about, through row policies: what is hidden is null. */
  load: (tx: Tx, input: z.output<Schema>, context: Context) => Promise<Resource>;
  /** Null when allowed, else the refusal. */
  policy: (actor: Context['actor'], resource: Resource, input: z.output<Schema>) => ErrorCode | null;
  apply: (tx: Tx, input: z.output<Schema>, resource: Resource, context: Context) => Promise<Effect<Outcome>>;
};

export type Command<Schema extends z.ZodType, Outcome> = (
  context: Context,
  commandId: string,
  input: z.input<Schema>,
) => Promise<Outcome>;

/**
 * The one way to write: parse, transaction, load and lock, policy, rules and store, audit row, event row, commit.
 * The same `commandId` from the same actor gets the stored outcome and changes nothing.
 * @throws SalingError `invalid`, `not-found`, `conflict`, or what the policy names.
 */
export function defineCommand<Schema extends z.ZodType, Resource, Outcome>(
  definition: CommandDefinition<Schema, Resource, Outcome>,
): Command<Schema, Outcome> {
  return async (context, commandId, rawInput) => {
    if (!isUuid(commandId)) {
      throw new SalingError('invalid', { errors: [{ pointer: '/commandId', code: 'wrong-value' }] });
    }
    const refusal = refuseReadOnly(context.actor);
    if (refusal !== null) throw new SalingError(refusal);
    const input = parseInput(definition.input, rawInput);
    return withActor(context.actor, (tx) => run(definition, tx, context, commandId, input), 'read write');
  };
}

async function run<Schema extends z.ZodType, Resource, Outcome>(
  definition: CommandDefinition<Schema, Resource, Outcome>,
  tx: Tx,
  context: Context,
  commandId: string,
  input: z.output<Schema>,
): Promise<Outcome> {
  const claim = await claimCommand(tx, context.actor, commandId, definition.name);
  if (!claim.isNew) {
    if (claim.name !== definition.name) throw new SalingError('conflict');
    return claim.outcome as Outcome;
  }
  const resource = await definition.load(tx, input, context);
  const refusal = definition.policy(context.actor, resource, input);
  if (refusal !== null) throw new SalingError(refusal);
  const effect = await definition.apply(tx, input, resource, context);
  const entry: AuditEntry | null = effect.subject && {
    verb: definition.name,
    subject: effect.subject,
    ...(effect.before === undefined ? {} : { before: effect.before }),
    ...(effect.after === undefined ? {} : { after: effect.after }),
  };
  // Sent together, run in this order: the connection is one.
  await Promise.all([
    entry && writeAudit(tx, context.actor, { ...entry, commandId, requestId: context.requestId }),
    effect.event && writeEvent(tx, effect.event),
    keepOutcome(tx, context.actor, commandId, effect.outcome ?? null),
  ]);
  return effect.outcome;
}
