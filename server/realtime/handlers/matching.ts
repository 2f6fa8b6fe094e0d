import { z } from 'zod';
import { getCity } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { mayReadMatches } from '#lib/matching/policy.ts';
import { watchRoom } from '#lib/publishing/contract.ts';
import { type Handler, handler } from '#server/realtime/handler.ts';

const watchInput = z.strictObject({ slug: z.string().min(1).max(100) });

/** An open match page asks to be told when a record behind it changes. Only for that city's people, as the page. */
export const matchingHandlers: readonly Handler[] = [
  handler({
    event: 'match.watch',
    input: watchInput,
    run: async (context, { slug }, connection) => {
      if (mayReadMatches(context.actor, slug) !== null) throw notFound();
      const city = await getCity(context, { slug });
      connection.join(watchRoom(city.slug));
      return { slug: city.slug };
    },
  }),
];
