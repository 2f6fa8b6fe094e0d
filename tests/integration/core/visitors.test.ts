import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { visitorDatabase } from '#lib/core/database.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { testDatabase } from '#tests/support/database.ts';

await testDatabase();
const visitor = { kind: 'visitor' as const, isOnTrialCopy: true };
const kindOf = async (tx: Tx) => {
  const [row] = await tx.execute<{ kind: string }>("select current_setting('saling.actor_kind') as kind");
  return row?.kind;
};

describe('the connections on which visitors read', () => {
  it('refuse to write, whatever the row policies say', async () => {
    const { sql } = visitorDatabase();
    await expect(sql`update city set name = 'Elsewhere'`).rejects.toThrow(/read-only transaction/);
    await expect(sql`create temporary table kept (id int)`).rejects.toThrow(/read-only|permission denied/);
  });

  it('know a visitor while jobs read and write beside them', async () => {
    const { actor } = jobContext('test');
    const kinds = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 === 0
          ? withActor(visitor, kindOf)
          : withActor(actor, kindOf, at % 4 === 1 ? 'read only' : 'read write'),
      ),
    );
    expect(kinds).toEqual(kinds.map((_, at) => (at % 2 === 0 ? 'visitor' : 'job')));
  });

  it('act as a role that owns nothing', async () => {
    const [row] = await visitorDatabase()
      .sql`select current_user as role, current_setting('saling.is_trial') as trial`;
    expect(row).toEqual({ role: 'saling_app', trial: 'off' });
  });

  it('answer on after a statement has failed', async () => {
    const failed = withActor(visitor, (tx) => tx.execute('select 1 / 0'));
    await expect(failed).rejects.toThrow();
    expect(await withActor(visitor, kindOf)).toBe('visitor');
  });
});
