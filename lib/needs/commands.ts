import { z } from 'zod';
import { cityIds } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { checkReferences, putCompiled } from '#lib/core/compiled.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { unknownTopics } from '#lib/topics/queries.ts';
import { insertNeed, lockNeed, updateNeed } from './store.ts';

export const importNeedInput = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  citySlug: z.string().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  topics: z.array(z.string()).min(1).max(12),
  sdgs: z.array(z.number().int().min(1).max(17)),
  sourceUrl: z.url(),
  sourceTitle: z.string().min(1),
  otherSources: z.array(z.url()),
  translations: z.record(
    z.string(),
    z.object({ fields: z.record(z.string(), z.string()), isChecked: z.boolean() }),
  ),
});

/** Brings one compiled challenge to what the data file says; what a city changed stays as it is. */
export const importNeed = defineCommand({
  name: 'need.import',
  input: importNeedInput,
  load: async (tx, input) => ({
    existing: await lockNeed(tx, input.id),
    cityId: (await cityIds(tx)).get(input.citySlug),
    unknown: await unknownTopics(tx, input.topics),
  }),
  policy: onlyJobs,
  apply: async (tx, input, { existing, cityId, unknown }) => {
    checkReferences(cityId, unknown);
    const { id: key, citySlug: _slug, ...fields } = input;
    const record = { key, digest: digestOf(input), existing, row: { ...fields, cityId }, cityId };
    return putCompiled('need', record, {
      insert: (row) => insertNeed(tx, row),
      update: (id, version, row) => updateNeed(tx, id, version, row),
    });
  },
});
