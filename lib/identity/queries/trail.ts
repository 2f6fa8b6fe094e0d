import { z } from 'zod';
import { defineQuery } from '#lib/core/query.ts';
import { TRAIL_ACTORS, TRAIL_DAYS, TRAIL_KINDS } from '#lib/identity/contract.ts';
import { selectTrail } from '#lib/identity/store/trail.ts';
import { requireOfficer } from './offices.ts';

const PAGE = 50;

/**
 * The trail of actions about the cities and bodies that the officer serves. Actors are offices, never persons.
 * @returns `next`: what to give as `before` for older ones; null on the last page
 */
export const listTrail = defineQuery({
  input: z.object({
    kind: z.enum(TRAIL_KINDS).optional().catch(undefined),
    days: z.coerce
      .number()
      .refine((days) => TRAIL_DAYS.some((one) => one === days))
      .catch(30),
    by: z.enum(TRAIL_ACTORS).optional().catch(undefined),
    before: z.uuid().optional().catch(undefined),
  }),
  run: async (tx, { by, ...input }, { actor }) => {
    requireOfficer(actor);
    const rows = await selectTrail(tx, { ...input, isByPeople: by === 'people', limit: PAGE + 1 });
    const items = rows.slice(0, PAGE);
    return {
      items: items.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
    };
  },
});
export type TrailItem = Awaited<ReturnType<typeof listTrail>>['items'][number];
