import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { addressField, dayField, nameField, ROLES_AT, roleField } from '#lib/identity/contract.ts';
import { selectOrganisation } from '#lib/identity/store/organisations.ts';
import {
  insertAppointment,
  insertPerson,
  selectOpenAppointment,
  selectPersonByEmail,
} from '#lib/identity/store/people.ts';
import { newId } from '#lib/platform/ids.ts';

/**
 * Appoints at once, without invitation and letter: for the command line, the first officer and desks of the
 * trial copy. Repeatable: who has the role keeps it.
 * @throws SalingError `not-found` for an unknown organisation, `invalid` for a role that it cannot give
 */
export const appointDirectly = defineCommand({
  name: 'appointment.appoint',
  input: z.object({
    organisationId: z.uuid(),
    role: roleField,
    email: addressField,
    name: nameField,
    fromOn: dayField,
    toOn: dayField.optional(),
    letterReference: z.string().max(200).optional(),
    isTrial: z.boolean().default(false),
  }),
  load: (tx, input) => selectOrganisation(tx, input.organisationId),
  policy: (actor, office) => onlyJobs(actor) ?? (office === undefined ? 'not-found' : null),
  apply: async (tx, input, office) => {
    if (office !== undefined && !ROLES_AT[office.kind].includes(input.role)) {
      throw new SalingError('invalid', { errors: [{ pointer: '/role', code: 'wrong-value' }] });
    }
    await insertPerson(tx, { id: newId(), email: input.email, name: input.name, isTrial: input.isTrial });
    const person = await selectPersonByEmail(tx, input.email);
    if (person === undefined || person.isTrial !== input.isTrial) throw new SalingError('conflict');
    const { organisationId, role } = input;
    const existing = await selectOpenAppointment(tx, { organisationId, personId: person.id, role });
    if (existing !== undefined) {
      return { outcome: { personId: person.id, appointmentId: existing.id }, subject: null };
    }
    const id = newId();
    await insertAppointment(tx, {
      id,
      organisationId,
      personId: person.id,
      role,
      state: 'confirmed',
      fromOn: input.fromOn,
      toOn: input.toOn ?? null,
      letterReference: input.letterReference ?? null,
      isTrial: input.isTrial,
      confirmedAt: new Date(),
    });
    return {
      outcome: { personId: person.id, appointmentId: id },
      subject: { kind: 'appointment', id },
      after: { organisationId, role, personId: person.id, state: 'confirmed' },
      event: {
        stream: `organisation:${organisationId}`,
        type: 'appointment.confirmed',
        // Nobody asked for it by mail, so no mail tells of it.
        payload: { id, organisationId, personId: person.id, role, isDirect: true },
      },
    };
  },
});
