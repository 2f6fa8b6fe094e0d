import type { z } from 'zod';
import { type Command, defineCommand, type Effect } from '#lib/core/command.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { inviteInput, ROLES_AT } from '#lib/identity/contract.ts';
import { mayInvite, type ServedOffice } from '#lib/identity/policy.ts';
import type { OfficeReference } from '#lib/identity/rules.ts';
import {
  hasRole,
  insertInvitation,
  renewInvitation,
  selectOpenOffer,
} from '#lib/identity/store/invitations.ts';
import { selectOffice } from '#lib/identity/store/offices.ts';
import { insertOrganisation } from '#lib/identity/store/organisations.ts';
import { newId } from '#lib/platform/ids.ts';

export type Offered = {
  id: string;
  /** `open`: invited before, still in time. `held`: has the role, or is named for it. */
  state: 'made' | 'open' | 'held';
};
type Given = z.output<typeof inviteInput>;

/** An observer that nobody has named yet is a new one; other bodies are there or not. */
export async function findOffice(tx: Tx, reference: OfficeReference): Promise<ServedOffice | undefined> {
  const known = await selectOffice(tx, reference);
  if (known !== undefined || reference.kind !== 'observer') return known;
  return {
    id: '',
    kind: 'observer',
    name: reference.name,
    citySlug: null,
    forum: null,
    isServed: false,
    isFormer: false,
  };
}

/**
 * Makes one offer, inside a command.
 * @throws SalingError `invalid` for a role that such an office cannot give, and for a city that is none any more
 */
export async function offer(tx: Tx, context: Context, office: ServedOffice, given: Given): Promise<Offered> {
  if (office.isFormer) {
    throw new SalingError('invalid', { errors: [{ pointer: '/office', code: 'former-city' }] });
  }
  if (!ROLES_AT[office.kind].includes(given.role)) {
    throw new SalingError('invalid', { errors: [{ pointer: '/role', code: 'wrong-role' }] });
  }
  const organisationId = await organisationOf(tx, office);
  const same = { organisationId, role: given.role, email: given.email };
  if (await hasRole(tx, same)) return { id: '', state: 'held' };
  const open = await selectOpenOffer(tx, same);
  if (open !== undefined && !open.isExpired) return { id: open.id, state: 'open' };
  if (open !== undefined) {
    await renewInvitation(tx, open.id);
    return { id: open.id, state: 'made' };
  }
  const { actor } = context;
  const id = newId();
  const isNew = await insertInvitation(tx, {
    id,
    ...same,
    invitedBy: actor.kind === 'person' ? actor.personId : null,
    name: given.name ?? null,
    fromOn: given.fromOn ?? null,
    toOn: given.toOn ?? null,
    letterReference: given.letterReference ?? null,
    isTrial: actor.kind === 'person' && actor.isTrial,
  });
  return isNew ? { id, state: 'made' } : { id: '', state: 'open' };
}

async function organisationOf(tx: Tx, office: ServedOffice): Promise<string> {
  if (office.id !== '') return office.id;
  const id = newId();
  if (await insertOrganisation(tx, { id, kind: 'observer', name: office.name })) return id;
  // Somebody else added it at the same moment.
  const known = await selectOffice(tx, { kind: 'observer', name: office.name });
  if (known === undefined) throw new SalingError('conflict');
  return known.id;
}

export function offeredEffect<Outcome>(
  outcome: Outcome,
  ids: readonly string[],
  after: object,
): Effect<Outcome> {
  const [first] = ids;
  if (first === undefined) return { outcome, subject: null };
  return {
    outcome,
    subject: { kind: 'invitation', id: first },
    after: { ...after },
    event: { stream: `invitation:${first}`, type: 'invitation.made', payload: { ids: [...ids] } },
  };
}

/**
 * Invites an address to a role at an office. The same again changes nothing; one that has expired is renewed.
 * @throws SalingError `not-signed-in`, `not-allowed`, `not-found` for an unknown office, `invalid`
 */
export const inviteToOffice: Command<typeof inviteInput, Offered> = defineCommand({
  name: 'invitation.make',
  input: inviteInput,
  load: (tx, input) => findOffice(tx, input.office),
  policy: (actor, office, input) => mayInvite(actor, office, input.role),
  apply: async (tx, input, office, context) => {
    if (office === undefined) throw new SalingError('not-found');
    const offered = await offer(tx, context, office, input);
    return offeredEffect(offered, offered.state === 'made' ? [offered.id] : [], { role: input.role });
  },
});
