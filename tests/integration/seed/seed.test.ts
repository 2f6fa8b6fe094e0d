import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLE_FOLDER, seed } from '#db/seed/seed.ts';
import { saling } from '#tests/support/command-line.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql, url } = await testDatabase({ seeded: true });
const folder = await mkdtemp(join(tmpdir(), 'saling-seed-'));
await cp(SAMPLE_FOLDER, folder, { recursive: true });
afterAll(() => rm(folder, { recursive: true, force: true }));

const total = async (table: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};

async function edit(file: string, change: (records: Record<string, unknown>[]) => void): Promise<void> {
  const records = JSON.parse(await readFile(join(folder, file), 'utf8'));
  change(records);
  await writeFile(join(folder, file), JSON.stringify(records));
}

describe('loading the sample data', () => {
  it('writes every record once, with an audit row, and an event where something is computed from it', async () => {
    expect([await total('city'), await total('practice'), await total('need'), await total('topic')]).toEqual(
      [129, 160, 127, 46],
    );
    const [audit] = await sql`select count(*)::int as n from audit where verb like '%.import'`;
    expect(audit?.n).toBe(483);
    const [events] = await sql`select count(*)::int as n from event where type like '%.added'`;
    // A tie changes no computation: it has no event.
    expect(events?.n).toBe(462);
  });

  it('invents nothing: unknown stays unknown', async () => {
    const [coast] = await sql`select count(*)::int as n from city where is_coastal is null`;
    expect(coast?.n).toBe(17);
    const evidence = await sql`select distinct evidence from practice order by 1`;
    expect(evidence.map((row) => row.evidence)).toEqual(['documented', 'self-reported']);
    const [confirmed] = await sql`select count(*)::int as n from practice where confirmed_at is not null`;
    expect(confirmed?.n).toBe(0);
  });

  it('is skipped when these very files were loaded', async () => {
    expect(await seed()).toMatchObject({ isSkipped: true, changed: 0 });
  });

  it('changes nothing when asked to load them again', async () => {
    const before = await total('audit');
    expect(await seed({ isForced: true })).toMatchObject({ isSkipped: false, changed: 0, total: 483 });
    expect(await total('audit')).toBe(before);
  });

  it('changes one record, with a new version, when one changed in the file', async () => {
    await edit('practices.json', (records) => Object.assign(records[0] ?? {}, { title: 'A better title' }));
    expect(await seed({ folder })).toMatchObject({ changed: 1 });
    const rows = await sql`select version from practice where title = 'A better title'`;
    expect(rows.map((row) => row.version)).toEqual([2]);
  });

  it('keeps what a city changed', async () => {
    await sql`update practice set origin = 'city', title = 'Our own title' where title = 'A better title'`;
    await edit('practices.json', (records) =>
      Object.assign(records[0] ?? {}, { title: 'Yet another title' }),
    );
    expect(await seed({ folder })).toMatchObject({ changed: 0 });
    expect(await sql`select 1 from practice where title = 'Our own title'`).toHaveLength(1);
  });

  it('changes nothing at all when one record of a file is wrong', async () => {
    const before = await total('audit');
    await edit('cities.json', (records) => Object.assign(records[0] ?? {}, { name: 'Changed' }));
    await edit('needs.json', (records) => Object.assign(records[5] ?? {}, { topics: ['no-such-topic'] }));
    await expect(seed({ folder })).rejects.toThrow(/^needs\.json, record [a-z0-9-]+, field topics: no topic/);
    expect(await total('audit')).toBe(before);
  });

  it('says so on the command line in one line, with the exit code 1', async () => {
    const before = await total('audit');
    const into = new URL(url).pathname.slice(1);
    const settings = { NODE_ENV: 'development', DATABASE_URL: url };
    const said = await saling(settings, 'seed', '--folder', folder, '--into', into);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(
      /^The data files cannot be loaded: needs\.json, record [a-z0-9-]+, field topics: no topic/,
    );
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(await total('audit')).toBe(before);
  });
});
