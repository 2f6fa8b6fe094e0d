import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { childEnvironment } from '#lib/platform/env.ts';
import { testDatabase } from '#tests/support/database.ts';

const { url, sql } = await testDatabase();

it('loading into a database that was looked at while it was empty tells the planner how much there is', async () => {
  await sql`analyze`;
  const settings = { DATABASE_URL: url, SALING_SECRET: 'x'.repeat(32), SMTP_URL: 'smtp://127.0.0.1:1' };
  const name = new URL(url).pathname.slice(1);
  await promisify(execFile)(process.execPath, ['server/saling.mjs', 'seed', '--into', name], {
    env: childEnvironment({ NODE_ENV: undefined, ...settings }),
  });
  const rows = await sql<{ rows: number }[]>`
    select reltuples::int as rows from pg_class where relname in ('city', 'practice', 'need') order by relname`;
  expect(rows.map((row) => row.rows)).toEqual([129, 127, 160]);
}, 240_000);
