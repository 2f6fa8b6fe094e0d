import { z } from 'zod';
import { getCity } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { countOutdated } from '#lib/matching/commands/recompute.ts';
import { mayReadMatches } from '#lib/matching/policy.ts';
import { getMatchStamp } from '#lib/matching/queries.ts';
import { watchRoom } from '#lib/publishing/contract.ts';
import { type Handler, handler } from '#server/realtime/handler.ts';

const watchInput = z.strictObject({
  slug: z.string().min(1).max(100),
  /** What the open page was made of. */
  stamp: z.string().max(64).optional(),
});

/**
 * An open match page asks to be told when a record behind it changes, and whether one has since it was made.
 * Only for that city's people, as the page. While matches are being computed the answer is no: a notice follows.
 */
export const matchingHandlers: readonly Handler[] = [
  handler({
    event: 'match.watch',
    input: watchInput,
    run: async (context, { slug, stamp }, connection) => {
      if (mayReadMatches(context.actor, slug) !== null) throw notFound();
      const city = await getCity(context, { slug });
      // First, so that no change falls between the look and the watch.
      const isTrial = context.actor.kind === 'person' && context.actor.isTrial;
      connection.join(watchRoom(city.slug, isTrial));
      const isOther = stamp !== undefined && (await getMatchStamp(context, { slug })) !== stamp;
      return { slug: city.slug, hasChanged: isOther && (await countOutdated()) === 0 };
    },
  }),
];
