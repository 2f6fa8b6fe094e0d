import { z } from 'zod';
import { slugField } from '#lib/platform/fields.ts';

/** Most exchanges that a city can say it hosts in one month. */
export const MOST_PLACES = 20;
const placesField = z.coerce.number().int().min(0).max(MOST_PLACES);

export const listHostingInput = z.object({ citySlug: slugField });
export const sayHostingInput = z.object({
  citySlug: slugField,
  places: z
    .array(placesField)
    .length(12)
    .nullable()
    .describe('of this year, January first; null: the city does not say'),
});

/** `unknown`: the city has said nothing for this year. `full`: said, and no place is left from this month on. */
export const HOSTING_STATES = ['unknown', 'free', 'full'] as const;
export const hostingSchema = z.object({
  state: z.enum(HOSTING_STATES),
  year: z.number(),
  months: z.array(z.number()).describe('of this year, 1 to 12, from the present one on, with a free place'),
});
export type Hosting = z.infer<typeof hostingSchema>;

/** A city's own word on its year. */
export type OwnHosting = {
  year: number;
  month: number;
  /** January first; null where it has not said. */
  months: { places: number; taken: number }[] | null;
};
