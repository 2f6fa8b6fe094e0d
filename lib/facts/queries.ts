import { z } from 'zod';
import { type CityFact, FACT_FORMS, FACT_KEYS } from '#lib/cities/contract.ts';
import { knownFacts } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { ownCityId } from '#lib/drafts/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import type { FactVersion, OwnFact } from './contract.ts';
import { toContent } from './rules.ts';
import { type FactVersionRow, selectFactDrafts, selectFacts, selectFactVersions } from './store.ts';

/** Every fact that one's own city can state, in the order of its page. @throws SalingError `not-found` to others */
export const listOwnFacts = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, { actor }): Promise<OwnFact[]> => {
    const cityId = await ownCityId(tx, actor, citySlug);
    return factsOfOwn(tx, { cityId, citySlug, isTrial: actor.kind === 'person' && actor.isTrial });
  },
});

/** The same for domains to the right, which have asked whose city it is. */
export async function factsOfOwn(
  tx: Tx,
  { cityId, citySlug, isTrial }: { cityId: string; citySlug: string; isTrial: boolean },
): Promise<OwnFact[]> {
  const known = await knownFacts(tx, citySlug);
  if (known === undefined) throw notFound();
  const facts = new Map((await selectFacts(tx, cityId, isTrial)).map((row) => [row.key, row]));
  const drafts = new Map((await selectFactDrafts(tx, cityId, isTrial)).map((row) => [row.key, row]));
  const versions = await selectFactVersions(tx, { cityId, isTrial });
  return FACT_KEYS.map((key) => {
    const [fact, draft, shown] = [facts.get(key), drafts.get(key), known.shown[key] ?? null];
    return {
      key,
      shown,
      compiled: known.compiled[key] ?? null,
      isRemoved: fact?.state === 'removed',
      content: draft?.content ?? toContent(shown),
      draft: draft === undefined ? null : { savedAt: draft.updatedAt.toISOString(), role: draft.writtenRole },
      version: draft?.version ?? fact?.version ?? 0,
      savedAt: (draft?.updatedAt ?? fact?.updatedAt)?.toISOString() ?? null,
      role: draft?.writtenRole ?? fact?.saidRole ?? null,
      isUndoable: fact !== undefined && fact.state !== 'unsaid',
      history: versions.filter((row) => row.key === key).map(toVersion),
    };
  });
}

function toVersion(row: FactVersionRow): FactVersion {
  const { key, value, year, sourceTitle, sourceUrl, version, state } = row;
  const at = row.at.toISOString();
  const source = sourceTitle === null && sourceUrl === null ? null : { title: sourceTitle, url: sourceUrl };
  const fact: CityFact | null =
    value === null
      ? null
      : { key, value, unit: FACT_FORMS[key].unit, year, source, origin: 'city', confirmedAt: at };
  return { version, state, fact, at };
}
