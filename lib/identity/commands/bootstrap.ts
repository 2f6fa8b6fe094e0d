import { z } from 'zod';
import { FORUMS } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { addressField, BOOTSTRAP_MINUTES, nameField } from '#lib/identity/contract.ts';
import { selectSecretariat } from '#lib/identity/store/organisations.ts';
import {
  countOfficers,
  insertAppointment,
  insertPerson,
  lockFirstOfficer,
  selectPersonByEmail,
} from '#lib/identity/store/people.ts';
import { insertSignInRequest } from '#lib/identity/store/sign-in.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken } from '#lib/platform/secret.ts';
import { codeHash } from './sign-in.ts';

/**
 * Appoints the first officer of a secretariat and opens one link for her: everybody else is invited by somebody.
 * @throws SalingError `conflict` where the secretariat has an officer who acts
 */
export const appointFirstOfficer = defineCommand({
  name: 'appointment.bootstrap',
  input: z.object({
    forum: z.enum(FORUMS),
    email: addressField,
    name: nameField,
    fromOn: z.iso.date(),
    linkHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  load: async (tx, { forum }) => {
    await lockFirstOfficer(tx);
    return { office: await selectSecretariat(tx, forum), officers: await countOfficers(tx, forum) };
  },
  policy: (actor, { office }) => onlyJobs(actor) ?? (office === undefined ? 'not-found' : null),
  apply: async (tx, input, { office, officers }) => {
    if (office === undefined || officers > 0) throw new SalingError('conflict');
    await insertPerson(tx, { id: newId(), email: input.email, name: input.name });
    const person = await selectPersonByEmail(tx, input.email);
    if (person === undefined || person.isTrial) throw new SalingError('conflict');
    const id = newId();
    await insertAppointment(tx, {
      id,
      organisationId: office.id,
      personId: person.id,
      role: 'secretariat-officer',
      state: 'confirmed',
      fromOn: input.fromOn,
      confirmedAt: new Date(),
    });
    const requestId = newId();
    const codes = { tokenHash: input.linkHash, codeHash: codeHash(requestId, newToken()) };
    await insertSignInRequest(tx, { id: requestId, email: input.email, ...codes }, BOOTSTRAP_MINUTES);
    return {
      outcome: { appointmentId: id },
      subject: { kind: 'appointment', id },
      after: { organisationId: office.id, role: 'secretariat-officer', personId: person.id },
      event: {
        stream: `organisation:${office.id}`,
        type: 'appointment.confirmed',
        payload: { id, organisationId: office.id, personId: person.id, role: 'secretariat-officer' },
      },
    };
  },
});
