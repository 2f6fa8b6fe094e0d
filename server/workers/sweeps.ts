import { sweepExchanges } from '#lib/exchanges/commands/clock.ts';
import { sweepSessions } from '#lib/identity/commands/sessions.ts';
import { sweepAppointments } from '#lib/identity/commands/sweep.ts';
import { sendDigests } from '#lib/notices/commands/digest.ts';
import { remindToBeNamed } from '#lib/notices/commands/remind.ts';

/** What is due by the clock, looked for once a minute; each is repeatable and finds nothing most of the time. */
const sweeps: readonly (() => Promise<void>)[] = [
  sweepSessions,
  sweepAppointments,
  remindToBeNamed,
  sweepExchanges,
  sendDigests,
];

export async function runSweeps(): Promise<void> {
  for (const sweep of sweeps) await sweep();
}
