import { describe, expect, it } from 'vitest';
import { newId } from '#lib/platform/ids.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker } from '#server/workers/worker.ts';
import { testDatabase } from '#tests/support/database.ts';
import { runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });

const audits = (verb: string) => sql`select after from audit where verb = ${verb} order by id`;

async function addOldThings(): Promise<void> {
  const { context } = await signIn({ city: 'hue' }, 'staff');
  const organisationId = context.actor.appointments[0]?.organisationId ?? '';
  await sql`insert into notice (id, key, email, language, template, params, state, created_at)
    values (${newId()}, ${newId()}, 'a@office.example', 'en', 'sign-in', '{}', 'sent', now() - interval '10 years')`;
  await sql`insert into file (id, organisation_id, name, type, size, digest, created_at)
    values (${newId()}, ${organisationId}, 'old.pdf', 'application/pdf', 1, 'x', now() - interval '30 days')`;
}

describe('the daily job', () => {
  it('is in the timetable of a worker that runs', async () => {
    const worker = await startWorker(url, reactions, { isAlone: true });
    const rows = await sql<{ identifier: string }[]>`
      select identifier from graphile_worker._private_known_crontabs order by 1`;
    await worker.stop();
    expect(rows.map((row) => row.identifier)).toEqual(['housekeeping', 'profiles', 'sweep']);
  });

  it('removes what is kept no longer, and files that nothing names; again it finds nothing', async () => {
    await addOldThings();
    for (const _time of [1, 2]) {
      await sql`select graphile_worker.add_job('housekeeping')`;
      await runJobs(url);
    }
    expect(await sql`select 1 from notice where created_at < now() - interval '9 years'`).toHaveLength(0);
    expect(await sql`select 1 from file where name = 'old.pdf'`).toHaveLength(0);
    expect(await audits('retention.keep')).toMatchObject([{ after: { notice: 1 } }]);
    expect(await audits('file.remove-unused')).toMatchObject([{ after: { removed: 1 } }]);
  });
});
