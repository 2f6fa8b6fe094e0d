import { z } from 'zod';
import { cityRefSchema, type facetSchema } from '#lib/cities/contract.ts';
import {
  countryField,
  cursorField,
  limitField,
  localTextSchema,
  pageSchema,
  slugField,
  someOf,
  sourceSchema,
  textField,
} from '#lib/platform/fields.ts';

export const needSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  description: localTextSchema,
  city: cityRefSchema,
  topics: z.array(z.string()),
  sdgs: z.array(z.number()),
  source: sourceSchema.nullable(),
  otherSources: z.array(z.string()),
  origin: z
    .enum(['compiled', 'city'])
    .describe('compiled: a challenge reported in public sources, not the words of the city'),
  confirmedAt: z.string().nullable(),
  version: z.number(),
});
export type Need = z.infer<typeof needSchema>;

export const needListSchema = pageSchema(needSchema).extend({ total: z.number() });
export type NeedList = z.infer<typeof needListSchema> & {
  facets: { topic: z.infer<typeof facetSchema>; country: z.infer<typeof facetSchema> };
};

export const listNeedsInput = z.object({
  q: textField.optional(),
  city: slugField.optional(),
  topic: someOf(z.string().max(80)),
  country: someOf(countryField),
  commitment: someOf(z.coerce.number().int().min(1).max(6)),
  limit: limitField.default(20),
  cursor: cursorField,
});
export const getNeedInput = z.object({ id: slugField });
