import { z } from 'zod';
import { cityIds } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { checkReferences, compiledFields, putCompiled } from '#lib/core/compiled.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { EVIDENCE_KINDS } from '#lib/practices/contract.ts';
import { insertPractice, lockPractice, updatePractice } from '#lib/practices/store/records.ts';
import { unknownTopics } from '#lib/topics/queries.ts';

export const importPracticeInput = z.strictObject({
  ...compiledFields,
  summary: z.string().min(1),
  problem: z.string().nullable(),
  actions: z.string().nullable(),
  results: z.string().nullable(),
  startYear: z.number().int().min(1900).max(2100).nullable(),
  pillars: z.array(z.enum(PILLARS)),
  evidence: z.enum(EVIDENCE_KINDS),
  stage: z.enum(['planned', 'under-way']).nullable(),
  operatedBy: z.string().nullable(),
  caveat: z.string().nullable(),
});

/** Brings one compiled practice to what the data file says; what a city changed stays as it is. */
export const importPractice = defineCommand({
  name: 'practice.import',
  input: importPracticeInput,
  load: async (tx, input) => ({
    existing: await lockPractice(tx, input.id),
    cityId: (await cityIds(tx)).get(input.citySlug),
    unknown: await unknownTopics(tx, input.topics),
  }),
  policy: onlyJobs,
  apply: async (tx, input, { existing, cityId, unknown }) => {
    checkReferences(cityId, unknown);
    const { id: key, citySlug: _slug, ...fields } = input;
    const record = { key, digest: digestOf(input), existing, row: { ...fields, cityId }, cityId };
    return putCompiled('practice', record, {
      insert: (row) => insertPractice(tx, row),
      update: (id, version, row) => updatePractice(tx, id, version, row),
    });
  },
});
