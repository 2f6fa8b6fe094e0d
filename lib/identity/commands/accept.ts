import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { letterField, nameField } from '#lib/identity/contract.ts';
import { mayAccept } from '#lib/identity/policy.ts';
import { lockInvitation, setInvitationState } from '#lib/identity/store/invitations.ts';
import { ownsFile, selectToday } from '#lib/identity/store/offices.ts';
import { insertAppointment, insertPerson, selectPersonByEmail } from '#lib/identity/store/people.ts';
import { newId } from '#lib/platform/ids.ts';

/**
 * Says yes to an invitation, by its link or signed in with its address. Nothing may be done before it is confirmed.
 * @throws SalingError `not-found` for another address, `conflict` with the reason `accepted`, `withdrawn`,
 * `expired`, or without one where the person has the role already
 */
export const acceptInvitation = defineCommand({
  name: 'invitation.accept',
  input: z.object({
    invitationId: z.uuid(),
    name: nameField,
    letterReference: letterField,
    letterFileId: z.uuid().optional(),
  }),
  load: (tx, { invitationId }) => lockInvitation(tx, invitationId),
  policy: (actor, found) => mayAccept(actor, found?.row),
  apply: async (tx, input, found, context) => {
    if (found === undefined) throw new SalingError('not-found');
    const { row, isExpired } = found;
    const reason = row.state !== 'open' ? row.state : isExpired ? 'expired' : null;
    if (reason !== null) throw new SalingError('conflict', { params: { reason } });
    const { letterFileId = null } = input;
    if (letterFileId !== null && !(await ownsFile(tx, letterFileId))) throw new SalingError('not-found');
    const personId = await personFor(tx, context, { ...row, name: input.name });
    const id = newId();
    const { organisationId, role } = row;
    await insertAppointment(tx, {
      id,
      organisationId,
      personId,
      role,
      state: 'named',
      fromOn: row.fromOn ?? (await selectToday(tx)),
      toOn: row.toOn,
      letterReference: input.letterReference ?? row.letterReference,
      letterFileId,
      isTrial: row.isTrial,
    });
    await setInvitationState(tx, row.id, 'accepted');
    return {
      outcome: { appointmentId: id, personId },
      subject: { kind: 'invitation', id: row.id },
      before: { state: 'open' },
      after: { state: 'accepted', appointmentId: id },
      event: {
        stream: `organisation:${organisationId}`,
        type: 'appointment.named',
        payload: { id, organisationId, personId, role },
      },
    };
  },
});

/**
 * Whoever has the address, by the link perhaps somebody new. A person of the trial copy and a real one are never
 * the same.
 */
async function personFor(
  tx: Tx,
  { actor, language }: Context,
  { email, name, isTrial }: { email: string; name: string; isTrial: boolean },
): Promise<string> {
  if (actor.kind !== 'person') await insertPerson(tx, { id: newId(), email, name, isTrial, language });
  const person = await selectPersonByEmail(tx, email);
  if (person === undefined || person.isTrial !== isTrial) throw new SalingError('conflict');
  return person.id;
}
