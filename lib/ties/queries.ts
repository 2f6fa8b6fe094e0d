import type { CityRef } from '#lib/cities/contract.ts';
import { cityRefs, findCityId } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { rolesAt } from '#lib/drafts/policy.ts';
import { listTiesInput, type OwnTie, type Tie } from './contract.ts';
import { stateOf } from './rules.ts';
import { type DatedTie, selectTies, selectTiesWith } from './store.ts';

function toTie(row: DatedTie, cities: ReadonlyMap<string, CityRef>): Tie {
  const { kind, subject, language, year, sourceUrl, origin } = row;
  return {
    ...{ kind, year, sourceUrl },
    subject: { text: subject, language },
    state: stateOf(row, row.thisYear),
    toldBy: origin === 'city' ? (cities.get(row.cityId) ?? null) : null,
  };
}

/** Ties of one's own city, the latest first. @throws SalingError `not-found` to others */
export const listTies = defineQuery({
  input: listTiesInput,
  run: async (tx, { citySlug }, { actor }): Promise<OwnTie[]> => {
    const cityId = await findCityId(tx, citySlug);
    if (cityId === undefined || rolesAt(actor, cityId).length === 0) throw notFound();
    const rows = await selectTies(tx, cityId);
    const cities = await cityRefs(
      tx,
      rows.flatMap((row) => [row.cityId, row.otherCityId]),
    );
    return rows.flatMap((row) => {
      const other = cities.get(row.cityId === cityId ? row.otherCityId : row.cityId);
      const isOwn = row.origin === 'city' && row.cityId === cityId;
      const isRemoved = row.said === 'removed';
      if (other === undefined || (isRemoved && !isOwn)) return [];
      return [{ ...toTie(row, cities), id: row.id, other, isOwn, isRemoved }];
    });
  },
});

/** For matching: what the city has had with each of the others that the reader may see, by their ids. */
export async function tiesWith(tx: Tx, cityId: string, others: readonly string[]): Promise<DatedTie[]> {
  return selectTiesWith(tx, cityId, others);
}

/** The ties of one pair among these rows. */
export function tiesOfPair(
  rows: readonly DatedTie[],
  otherId: string,
  cities: ReadonlyMap<string, CityRef>,
): Tie[] {
  return rows
    .filter((row) => row.cityId === otherId || row.otherCityId === otherId)
    .map((row) => toTie(row, cities));
}
