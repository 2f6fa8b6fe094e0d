import { z } from 'zod';
import { cityIds } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { checkReferences, compiledFields, putCompiled } from '#lib/core/compiled.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { insertNeed, lockNeed, updateNeed } from '#lib/needs/store.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { unknownTopics } from '#lib/topics/queries.ts';

export const importNeedInput = z.strictObject({
  ...compiledFields,
  description: z.string().min(1),
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
