import { z } from 'zod';
import { cityById } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { ownCityId } from '#lib/drafts/queries.ts';
import { officeHolders, requireOfficer } from '#lib/identity/queries/offices.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import { localText } from '#lib/platform/language.ts';
import { ASK_AGAIN_DAYS, type ProfileNews } from './contract.ts';
import { mayConfirm } from './policy.ts';
import { dueAt, fadedBefore, fadesAt } from './rules.ts';
import { selectAsks, selectFadedRounds, selectRound, selectRoundById, selectStatements } from './store.ts';

/** How the profile of one's own city stands. @throws SalingError `not-found` to others */
export const getProfileNews = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, context): Promise<ProfileNews> =>
    newsOf(tx, context, await ownCityId(tx, context.actor, citySlug)),
});

/**
 * The same for who holds a mail's link.
 * @throws SalingError `not-found` once it is confirmed, and when she speaks for the city no more
 */
export const getLinkedProfile = defineQuery({
  input: z.object({}),
  run: async (tx, _input, context): Promise<ProfileNews> => {
    const { actor } = context;
    const round = actor.kind === 'link' ? await selectRoundById(tx, actor.subject) : null;
    if (round === null) throw notFound();
    const news = await newsOf(tx, context, round.cityId);
    if (!news.mayConfirm) throw notFound();
    return news;
  },
});

async function newsOf(tx: Tx, context: Context, cityId: string): Promise<ProfileNews> {
  const { actor, language } = context;
  const isTrial = isAtTrialDesk(actor);
  const city = await cityById(tx, cityId);
  if (city === undefined) throw notFound();
  const statements = await selectStatements(tx, cityId, isTrial);
  const round = isTrial ? null : await selectRound(tx, cityId);
  const holders = await officeHolders(tx, cityId, isTrial);
  const oldest = statements[0]?.confirmedAt;
  const due = oldest === undefined ? null : dueAt(oldest);
  return {
    city: { slug: city.key, name: city.name, timeZone: city.timeZone },
    statements: statements.map(({ kind, key, title, language: written, translations }) => ({
      kind,
      id: key,
      title: localText({ text: title, language: written }, 'title', translations, language),
    })),
    oldestAt: oldest?.toISOString() ?? null,
    dueAt: due?.toISOString() ?? null,
    isDue: due !== null && due <= (await databaseNow(tx)),
    fadesAt: round === null ? null : fadesAt(round).toISOString(),
    isFaded: round !== null && round.fadedAt !== null,
    mayConfirm: mayConfirm(actor, { cityId, roundId: round?.id ?? null, holders }) === null,
  };
}

const isAtTrialDesk = (actor: Actor): boolean => actor.kind === 'person' && actor.isTrial;

/** By slug: when the officer's secretariats last asked for news of a city, while asking again is too early. */
export const listNewsAsked = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor }): Promise<Map<string, string>> => {
    requireOfficer(actor);
    const asks = await selectAsks(tx, ASK_AGAIN_DAYS);
    return new Map(asks.map(({ slug, askedAt }) => [slug, askedAt.toISOString()]));
  },
});

/** By city: what was last confirmed before this moment counts less. For matching. */
export async function fadedProfiles(tx: Tx): Promise<Map<string, Date>> {
  return new Map(
    (await selectFadedRounds(tx)).flatMap((round) => {
      const before = fadedBefore(round);
      return before === null ? [] : [[round.cityId, before] as const];
    }),
  );
}
