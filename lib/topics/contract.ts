import { z } from 'zod';
import { localTextSchema, PILLARS } from '#lib/platform/fields.ts';

export const topicSchema = z.object({
  code: z.string(),
  label: localTextSchema,
  description: localTextSchema,
  sdgs: z.array(z.number()),
  pillars: z.array(z.enum(PILLARS)),
  commitment: z
    .number()
    .describe('1 to 6: the commitment of the Declaration that it is filed under (our own mapping)'),
});
export type Topic = z.infer<typeof topicSchema>;

export const topicListSchema = z.object({ items: z.array(topicSchema), next: z.null() });

export const getTopicInput = z.object({ code: z.string().min(1).max(80) });
export const noInput = z.object({}).optional();

/** Words by which a topic is known, in every language of the thesaurus. */
export type ThesaurusEntry = { topic: string; language: string; term: string; isLabel: boolean };
