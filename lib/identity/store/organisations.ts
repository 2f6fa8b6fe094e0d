import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { organisation } from '#db/schema/identity.ts';
import type { Forum, OrganisationKind } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { Organisation } from '#lib/identity/contract.ts';

/** Cities that have no office yet. */
export async function selectCitiesWithoutOffice(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: city.id, name: city.name })
    .from(city)
    .leftJoin(organisation, eq(organisation.cityId, city.id))
    .where(isNull(organisation.id))
    .orderBy(city.key);
}

export async function insertOrganisation(tx: Tx, row: typeof organisation.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(organisation)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: organisation.id });
  return added.length > 0;
}

async function selectOne(tx: Tx, condition: SQL | undefined): Promise<Organisation | undefined> {
  const [row] = await tx
    .select({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      citySlug: city.key,
      forum: organisation.forum,
    })
    .from(organisation)
    .leftJoin(city, eq(city.id, organisation.cityId))
    .where(condition)
    .orderBy(organisation.createdAt)
    .limit(1);
  return row;
}

/** The office that acts for a city today: a former one has nobody to act for. */
export const selectPresentOffice = (tx: Tx, slug: string) =>
  selectOne(tx, and(eq(city.key, slug), isNull(city.formerSince)));
export const selectSecretariat = (tx: Tx, forum: Forum) => selectOne(tx, eq(organisation.forum, forum));
export const selectFirstOfKind = (tx: Tx, kind: OrganisationKind) =>
  selectOne(tx, eq(organisation.kind, kind));
export const selectOrganisation = (tx: Tx, id: string) => selectOne(tx, eq(organisation.id, id));
