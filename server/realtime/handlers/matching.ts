import { z } from 'zod';
import { getCity } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { watchRoom } from '#lib/publishing/contract.ts';
import { type Handler, handler } from '#server/realtime/handler.ts';

const watchInput = z.strictObject({ slug: z.string().min(1).max(100) });

/** An open match page asks to be told when a record behind it changes. Only on the trial copy, as the page. */
export const matchingHandlers: readonly Handler[] = [
  handler({
    event: 'match.watch',
    input: watchInput,
    run: async (context, { slug }, connection) => {
      if (context.actor.kind !== 'visitor' || !context.actor.isOnTrialCopy) throw notFound();
      const city = await getCity(context, { slug });
      connection.join(watchRoom(city.slug));
      return { slug: city.slug };
    },
  }),
];
