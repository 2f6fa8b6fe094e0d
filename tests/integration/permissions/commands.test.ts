import { describe, expect, it } from 'vitest';
import { SalingError } from '#lib/core/errors.ts';
import { type Answer, COLUMNS } from '#lib/identity/permissions/columns.ts';
import { KINDS, PERMISSIONS } from '#lib/identity/permissions/table.ts';
import { testDatabase } from '#tests/support/database.ts';
import { attempts } from './attempts.ts';
import { callers, contextOf } from './people.ts';

const database = await testDatabase({ seeded: true });
const people = await callers();

/** What a refusal means. Anything else than a refusal of permission is a fault of the test's own input. */
function meaning(error: unknown): Answer {
  if (!(error instanceof SalingError)) throw error;
  if (error.code === 'not-found') return 'hidden';
  if (error.code === 'not-allowed' || error.code === 'not-signed-in') return 'no';
  throw new Error(`refused for another reason: ${error.code} ${JSON.stringify(error.errors)}`, {
    cause: error,
  });
}

describe('commands', () => {
  const rows = PERMISSIONS.filter((row) => row.kind === 'command').map((row) => [row.id, row] as const);

  it.each(rows)('%s', async (id, row) => {
    const attempt = attempts[id];
    if (attempt === undefined) throw new Error(`no attempt at ${id} in attempts.ts`);
    const seen: Record<string, Answer> = {};
    for (const column of COLUMNS) {
      const caller = people[column];
      const run = await attempt(database.sql, caller);
      seen[column] = await run(contextOf(caller.actor)).then(() => 'yes' as const, meaning);
    }
    expect(seen).toEqual(row.cells);
  });

  it('are part of a table of more than a thousand cells, all of which are run here or in requests.test.ts', () => {
    const cells = (kind: string) => PERMISSIONS.filter((row) => row.kind === kind).length * COLUMNS.length;
    const counts = KINDS.map((kind) => `${kind} ${cells(kind)}`);
    process.stdout.write(
      `Permission cells: ${PERMISSIONS.length * COLUMNS.length} (${counts.join(', ')}).\n`,
    );
    expect(KINDS.map(String).sort()).toEqual(['api', 'command', 'event', 'page']);
    expect(PERMISSIONS.length * COLUMNS.length).toBeGreaterThan(1000);
  });

  it('leaves no attempt without a row', () => {
    const ids = new Set(rows.map(([id]) => id));
    expect(Object.keys(attempts).filter((id) => !ids.has(id))).toEqual([]);
  });
});
