import { eq, sql } from 'drizzle-orm';
import { installation } from '#db/schema/core.ts';
import { jobContext } from './context.ts';
import { withActor } from './transaction.ts';

/** A fact about this installation, undefined before it was first noted. */
export async function readInstallationFact(name: string): Promise<string | undefined> {
  const { actor } = jobContext('installation');
  const [row] = await withActor(actor, (tx) =>
    tx.select({ value: installation.value }).from(installation).where(eq(installation.name, name)),
  );
  return row?.value;
}

export async function noteInstallationFact(name: string, value: string): Promise<void> {
  const { actor } = jobContext('installation');
  const updatedAt = sql`saling_now()`;
  await withActor(
    actor,
    (tx) =>
      tx
        .insert(installation)
        .values({ name, value, updatedAt })
        .onConflictDoUpdate({ target: installation.name, set: { value, updatedAt } }),
    'read write',
  );
}
