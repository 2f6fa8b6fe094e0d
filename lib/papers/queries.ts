import { z } from 'zod';
import { getCarryingOut } from '#lib/carrying-out/queries.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { exchangeIdInput } from '#lib/exchanges/contract.ts';
import { getExchange } from '#lib/exchanges/queries.ts';
import { databaseNow } from '#lib/links/queries.ts';
import type { Cover } from '#lib/matching/contract.ts';
import { getPair } from '#lib/matching/queries.ts';
import { findNeedId, needsById } from '#lib/needs/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import { findPracticeId, practiceCards } from '#lib/practices/queries.ts';
import type { BriefCover, MayorsBrief } from './contract.ts';
import { mayReadPapers } from './policy.ts';
import { shownCovers } from './rules.ts';

const keys = z.array(slugField).max(20);
const isThere = (id: string | undefined): id is string => id !== undefined;

/** From which pages the shown records were compiled, and what time it is. */
const readSources = defineQuery({
  input: z.object({ needs: keys, practices: keys }),
  run: async (tx, { needs, practices }, context) => {
    const needIds: (string | undefined)[] = [];
    for (const key of new Set(needs)) needIds.push(await findNeedId(tx, key));
    const practiceIds: (string | undefined)[] = [];
    for (const key of new Set(practices)) practiceIds.push(await findPracticeId(tx, key));
    const foundNeeds = await needsById(tx, context, needIds.filter(isThere));
    const foundPractices = await practiceCards(tx, context, practiceIds.filter(isThere));
    return {
      needs: new Map(foundNeeds.map(({ id, source, origin }) => [id, { source, origin }])),
      practices: new Map(foundPractices.map(({ id, source }) => [id, { source }])),
      now: await databaseNow(tx),
    };
  },
});

/**
 * What the two pages for a mayor's office say, as the reader's side of the exchange sees it.
 * @throws SalingError `not-found` to everybody but the people of its two cities
 */
export async function getMayorsBrief(
  context: Context,
  input: z.input<typeof exchangeIdInput>,
): Promise<MayorsBrief> {
  const { actor } = context;
  if (mayReadPapers(actor) !== null || actor.kind !== 'person') throw notFound();
  const exchange = await getExchange(context, input);
  const { own, other } = exchange;
  const { clearances } = await getCarryingOut(context, input);
  const pair = await getPair(context, { slug: own.slug, otherSlug: other.slug });
  const learn = shownCovers(pair.learn.covers, exchange);
  const share = shownCovers(pair.share.covers, exchange);
  const covers = [...learn, ...share];
  const { needs, practices, now } = await readSources(context, {
    needs: covers.map(({ need }) => need.id),
    practices: covers.map(({ practice }) => practice.id),
  });
  const withSources = (cover: Cover): BriefCover => ({
    ...cover,
    needOrigin: needs.get(cover.need.id)?.origin ?? 'compiled',
    needSource: needs.get(cover.need.id)?.source ?? null,
    practiceSource: practices.get(cover.practice.id)?.source ?? null,
  });
  return {
    exchange,
    own: await getCity(context, { slug: own.slug }),
    other: await getCity(context, { slug: other.slug }),
    learn: learn.map(withSources),
    share: share.map(withSources),
    context: pair.context,
    ties: pair.ties,
    clearances,
    isTrial: actor.isTrial,
    madeAt: now.toISOString(),
  };
}
