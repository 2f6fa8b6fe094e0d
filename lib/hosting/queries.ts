import { findCityId } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { rolesAt } from '#lib/drafts/policy.ts';
import { type Hosting, listHostingInput, type OwnHosting } from './contract.ts';
import { hostingLeft } from './rules.ts';
import { selectHosting, selectPresentMonth } from './store.ts';

/** What one's own city says of this year. @throws SalingError `not-found` to others */
export const getOwnHosting = defineQuery({
  input: listHostingInput,
  run: async (tx, { citySlug }, { actor }): Promise<OwnHosting> => {
    const cityId = await findCityId(tx, citySlug);
    if (cityId === undefined || rolesAt(actor, cityId).length === 0) throw notFound();
    const rows = await selectHosting(tx, [cityId]);
    const present = await selectPresentMonth(tx);
    const months = rows.map(({ places, taken }) => ({ places, taken }));
    return { ...present, months: months.length === 0 ? null : months };
  },
});

/** For matching: what these cities can still host this year, by their ids. */
export async function hostingOf(
  tx: Tx,
  cityIds: readonly string[],
  now: Date,
): Promise<(cityId: string) => Hosting> {
  const rows = Map.groupBy(await selectHosting(tx, cityIds), (row) => row.cityId);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  return (cityId) => hostingLeft(rows.get(cityId) ?? [], year, month);
}
