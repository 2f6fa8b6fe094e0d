import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { jobContext } from '#lib/core/context.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { withActor } from '#lib/core/transaction.ts';
import { endAppointmentRow, lockExpired, selectExpired } from '#lib/identity/store/offices.ts';
import { newId } from '#lib/platform/ids.ts';

/** An appointment whose last day has passed is ended. Its rights were gone with that day; this says so. */
export const endExpired = defineCommand({
  name: 'appointment.expire',
  input: z.object({ appointmentId: z.uuid() }),
  load: (tx, { appointmentId }) => lockExpired(tx, appointmentId),
  policy: onlyJobs,
  apply: async (tx, _input, row) => {
    if (row === undefined) return { outcome: { changed: false }, subject: null };
    await endAppointmentRow(tx, row.id, row.version);
    const { id, organisationId, personId, role } = row;
    return {
      outcome: { changed: true },
      subject: { kind: 'appointment', id },
      before: { state: 'confirmed' },
      after: { state: 'ended' },
      event: {
        stream: `organisation:${organisationId}`,
        type: 'appointment.ended',
        payload: { id, organisationId, personId, role },
      },
    };
  },
});

/** Ends what has run out; finds nothing most of the time. */
export async function sweepAppointments(): Promise<void> {
  const job = jobContext('sweep');
  for (const appointmentId of await withActor(job.actor, selectExpired)) {
    await endExpired(job, newId(), { appointmentId });
  }
}
