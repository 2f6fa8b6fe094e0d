import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { lockTopic, replaceTerms, upsertTopic } from './store.ts';

export const importTopicInput = z.strictObject({
  code: z.string().min(1).max(80),
  position: z.number().int(),
  label: z.string().min(1),
  description: z.string().min(1),
  sdgs: z.array(z.number().int().min(1).max(17)),
  pillars: z.array(z.enum(PILLARS)),
  commitment: z.number().int().min(1).max(6),
  translations: z.record(
    z.string(),
    z.object({ fields: z.record(z.string(), z.string()), isChecked: z.boolean() }),
  ),
  terms: z.array(z.object({ language: z.string(), term: z.string().min(1), isLabel: z.boolean() })),
});

/** Brings one topic and its words to what the data file says. Unchanged: `changed` is false, nothing is written. */
export const importTopic = defineCommand({
  name: 'topic.import',
  input: importTopicInput,
  load: (tx, input) => lockTopic(tx, input.code),
  policy: onlyJobs,
  apply: async (tx, input, existing) => {
    const { terms, ...fields } = input;
    const digest = digestOf(input);
    if (existing?.compiledDigest === digest) return { outcome: { changed: false }, subject: null };
    await upsertTopic(tx, { ...fields, compiledDigest: digest });
    await replaceTerms(
      tx,
      input.code,
      terms.map((term) => ({ ...term, topic: input.code })),
    );
    return {
      outcome: { changed: true },
      subject: { kind: 'topic', id: input.code },
      after: { code: input.code },
      event: {
        stream: `topic:${input.code}`,
        type: existing === null ? 'topic.added' : 'topic.changed',
        payload: { code: input.code },
      },
    };
  },
});
