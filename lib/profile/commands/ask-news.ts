import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { type ErrorCode, notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import { servedWithoutNews } from '#lib/identity/queries/offices.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { slugField } from '#lib/platform/fields.ts';
import { newId } from '#lib/platform/ids.ts';
import { ASK_AGAIN_DAYS, NEWS_ASKED, NEWS_UNASKED } from '#lib/profile/contract.ts';
import { deleteAsk, lockAsk, lockProfile, type RecentAsk, upsertAsk } from '#lib/profile/store.ts';

type Found = { cityId: string; isWithoutNews: boolean; ask: RecentAsk | undefined };

async function load(
  tx: Tx,
  { citySlug }: { citySlug: string },
  { actor }: { actor: Actor },
): Promise<Found | null> {
  const cityId = isOfficer(actor) ? await findCityId(tx, citySlug) : undefined;
  if (cityId === undefined) return null;
  await lockProfile(tx, cityId);
  const waiting = await servedWithoutNews(tx, actor);
  const isWithoutNews = waiting.some(({ office }) => office.citySlug === citySlug);
  return { cityId, isWithoutNews, ask: await lockAsk(tx, cityId) };
}

const input = z.object({ citySlug: slugField });
const subject = (cityId: string) => ({ kind: 'city', id: cityId });

/**
 * A secretariat asks a city that it serves how its profile stands: one mail to its focal point and deputy, which
 * goes out once it cannot be undone any more.
 * @throws SalingError `not-found` for a city with news or of another secretariat, `conflict` with the reason `asked`
 */
export const askForNews = defineCommand({
  name: 'profile.ask-news',
  input,
  load,
  policy: (_actor, found): ErrorCode | null => (found?.isWithoutNews ? null : 'not-found'),
  apply: async (tx, _input, found, { actor }) => {
    if (found === null || actor.kind !== 'person') throw notFound();
    const { cityId, ask } = found;
    if (ask !== undefined && ask.days < ASK_AGAIN_DAYS) {
      throw new SalingError('conflict', { params: { reason: 'asked' } });
    }
    const { isTrial } = actor;
    const id = newId();
    await upsertAsk(tx, { cityId, id, isTrial });
    const forum = actor.appointments.find(({ role }) => role === 'secretariat-officer')?.forum ?? null;
    return {
      outcome: { changed: true },
      subject: subject(cityId),
      after: { forum },
      event: { stream: `profile:${cityId}`, type: NEWS_ASKED, payload: { id, cityId, isTrial, forum } },
    };
  },
});

/** Takes it back before the mail goes out. @throws SalingError `conflict` with the reason `undo-over` */
export const unaskForNews = defineCommand({
  name: 'profile.unask-news',
  input,
  load,
  policy: (_actor, found): ErrorCode | null => (found?.ask === undefined ? 'not-found' : null),
  apply: async (tx, _input, found) => {
    if (found?.ask === undefined) throw notFound();
    const { cityId, ask } = found;
    if (ask.minutes >= UNDO_MINUTES) throw new SalingError('conflict', { params: { reason: 'undo-over' } });
    await deleteAsk(tx, ask.id);
    return {
      outcome: { changed: true },
      subject: subject(cityId),
      event: { stream: `profile:${cityId}`, type: NEWS_UNASKED, payload: { id: ask.id, cityId } },
    };
  },
});
