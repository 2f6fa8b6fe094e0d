import { describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { ROW_ACCESS, WORDS } from './row-access.ts';
import { PROBE } from './row-probe.ts';
import { makeSamples } from './row-samples.ts';

const VERBS = ['see', 'add', 'change', 'remove'] as const;
type Could = Record<string, Record<(typeof VERBS)[number], string[]>>;

const { sql } = await testDatabase({ seeded: true });
const { samples, actors } = await makeSamples(sql);
await sql.unsafe(PROBE);

/** As row-access.ts says it. */
function expected(table: string): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [label, access] of Object.entries(ROW_ACCESS[table] ?? {})) {
    for (const [index, verb] of VERBS.entries()) {
      const named = (access[index] ?? '').split(' ').flatMap((word) => (WORDS[word] ?? word).split(' '));
      cells[`${label} ${verb}`] = named.filter(Boolean).sort().join(' ');
    }
  }
  return cells;
}

/** As the database answers. @param mend statements before it, in the same transaction; all is undone */
async function found(table: string, mend = ''): Promise<Record<string, string>> {
  const mine = samples.filter((sample) => sample.table === table);
  let could: Could = {};
  const undone = new Error('undone');
  await sql
    .begin(async (tx) => {
      if (mend !== '') await tx.unsafe(mend);
      const [row] = await tx<{ could: Could }[]>`
        select probe_access(${table}, ${tx.json(mine)}, ${tx.json(actors)}) as could`;
      could = row?.could ?? {};
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return Object.fromEntries(
    Object.entries(could).flatMap(([label, verbs]) =>
      VERBS.map((verb) => [`${label} ${verb}`, verbs[verb].sort().join(' ')]),
    ),
  );
}

type Policy = { table: string; name: string; verb: string; using: boolean; check: boolean };
const policies = await sql<Policy[]>`
  select tablename as table, policyname as name, cmd as verb, qual is not null as using, with_check is not null as check
  from pg_policies where schemaname = 'public' order by 1, 2`;
const tables = [...new Set(policies.map(({ table }) => table))];

describe('row policies leave to each actor what the table written by hand says', () => {
  it('for every table that has policies, and no other', () => {
    expect(Object.keys(ROW_ACCESS).sort()).toEqual(tables);
    expect([...new Set(samples.map(({ table }) => table))].sort()).toEqual(tables);
  });

  it.each(tables)('%s', async (table) => {
    const seen = await found(table);
    expect(seen).toEqual(expected(table));
    expect(Object.keys(seen).length).toBeGreaterThan(0);
  });
});

/** Two hundred policies, one by one, on a machine that others use, too. */
const SLOW = 400_000;

describe('the control: a policy that is missing, or lets everything pass, turns cells red', () => {
  const red = async (table: string, statement: string) => {
    const [seen, wanted] = [await found(table, statement), expected(table)];
    return Object.keys(wanted).filter((cell) => seen[cell] !== wanted[cell]).length;
  };

  it(
    'whichever it is',
    async () => {
      const green: string[] = [];
      let [cells, opened] = [0, 0];
      for (const { table, name, verb, using, check } of policies) {
        const dropped = await red(table, `drop policy "${name}" on "${table}"`);
        const wide = `${using ? 'using (true)' : ''} ${check ? 'with check (true)' : ''}`;
        const open = await red(table, `alter policy "${name}" on "${table}" ${wide}`);
        // Who cannot see a row cannot change it either: only where it is seen does this policy stand alone.
        const isBehindAnother = verb === 'UPDATE' || verb === 'DELETE';
        if (dropped === 0 || (open === 0 && !isBehindAnother)) green.push(`${table}.${name}`);
        cells += dropped + open;
        opened += Math.sign(open);
      }
      expect(green).toEqual([]);
      expect(policies.length).toBeGreaterThan(100);
      const rows = samples.length * VERBS.length;
      process.stdout.write(
        `Row policies: ${policies.length}, seen by ${rows * Object.keys(actors).length} cells in ${rows} rows; ` +
          `dropped one by one each turns some red, opened ${opened} do; ${cells} red rows in all.\n`,
      );
    },
    SLOW,
  );
});
