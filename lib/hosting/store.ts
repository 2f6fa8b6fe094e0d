import { and, asc, eq, sql } from 'drizzle-orm';
import { intArray, uuidArray } from '#db/arrays.ts';
import { hostingMonth } from '#db/schema/hosting.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type HostingRow = typeof hostingMonth.$inferSelect;

const THIS_YEAR = sql`extract(year from saling_now())::int`;

/** What these cities say of this year, to who asks, in the world of who asks. */
export async function selectHosting(tx: Tx, cityIds: readonly string[]): Promise<HostingRow[]> {
  return tx
    .select()
    .from(hostingMonth)
    .where(
      and(
        sql`${hostingMonth.cityId} = any(${uuidArray(cityIds)})`,
        eq(hostingMonth.year, THIS_YEAR),
        sql`${hostingMonth.isTrial} = saling_is_trial()`,
      ),
    )
    .orderBy(asc(hostingMonth.month));
}

export async function selectPresentMonth(tx: Tx): Promise<{ year: number; month: number }> {
  const [row] = await tx.execute<{ year: number; month: number }>(
    sql`select ${THIS_YEAR} as year, extract(month from saling_now())::int as month`,
  );
  return row ?? { year: 0, month: 0 };
}

/** Takes turns with exchanges that take a place. */
export async function lockHosting(
  tx: Tx,
  cityId: string,
  year: number,
  isTrial: boolean,
): Promise<HostingRow[]> {
  return tx
    .select()
    .from(hostingMonth)
    .where(
      and(eq(hostingMonth.cityId, cityId), eq(hostingMonth.year, year), eq(hostingMonth.isTrial, isTrial)),
    )
    .orderBy(asc(hostingMonth.month))
    .for('update');
}

export async function putHosting(tx: Tx, rows: readonly (typeof hostingMonth.$inferInsert)[]): Promise<void> {
  await tx
    .insert(hostingMonth)
    .values([...rows])
    .onConflictDoUpdate({
      target: [hostingMonth.cityId, hostingMonth.isTrial, hostingMonth.year, hostingMonth.month],
      set: { places: sql`excluded.places` },
    });
}

export async function removeHosting(tx: Tx, cityId: string, year: number, isTrial: boolean): Promise<void> {
  await tx
    .delete(hostingMonth)
    .where(
      and(eq(hostingMonth.cityId, cityId), eq(hostingMonth.year, year), eq(hostingMonth.isTrial, isTrial)),
    );
}

/**
 * Takes a place for an exchange in the first of these months that has one. @returns the month; 0 where the city has
 * not said what it hosts, so that nothing is counted; null where no place is left
 */
export async function takePlace(
  tx: Tx,
  exchangeId: string,
  months: readonly number[],
): Promise<number | null> {
  const [row] = await tx.execute<{ month: number | null }>(
    sql`select saling_take_place(${exchangeId}::uuid, ${intArray(months)}) as month`,
  );
  return row?.month ?? null;
}

/** Gives back the place that the exchange holds, if it holds one. */
export async function releasePlace(tx: Tx, exchangeId: string): Promise<void> {
  await tx.execute(sql`select saling_release_place(${exchangeId}::uuid)`);
}
