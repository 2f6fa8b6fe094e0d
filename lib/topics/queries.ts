import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { type InterfaceLanguage, localText } from '#lib/platform/language.ts';
import { getTopicInput, noInput, type ThesaurusEntry, type Topic } from './contract.ts';
import { selectKnownCodes, selectThesaurus, selectTopic, selectTopics, type TopicRow } from './store.ts';

export function toTopic(row: TopicRow, language: InterfaceLanguage): Topic {
  const original = (text: string) => ({ text, language: 'en' });
  return {
    code: row.code,
    label: localText(original(row.label), 'label', row.translations, language),
    description: localText(original(row.description), 'description', row.translations, language),
    sdgs: row.sdgs,
    pillars: PILLARS.filter((pillar) => row.pillars.includes(pillar)),
    commitment: row.commitment,
  };
}

/** All topics in the order of the controlled list. */
export const listTopics = defineQuery({
  input: noInput,
  run: async (tx, _input, context): Promise<{ items: Topic[]; next: null }> => ({
    items: (await selectTopics(tx)).map((row) => toTopic(row, context.language)),
    next: null,
  }),
});

/** @throws SalingError `not-found` */
export const getTopic = defineQuery({
  input: getTopicInput,
  run: async (tx, input, context): Promise<Topic> => {
    const row = await selectTopic(tx, input.code);
    if (row === undefined) throw notFound();
    return toTopic(row, context.language);
  },
});

/** Every word of the thesaurus, by topic and language; about 5,600 rows. */
export const listThesaurus = defineQuery({
  input: noInput,
  run: (tx): Promise<ThesaurusEntry[]> => selectThesaurus(tx),
});

/** Those of the codes that no topic has, for commands that check what a record names. */
export async function unknownTopics(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const known = await selectKnownCodes(tx);
  return codes.filter((code) => !known.has(code));
}

export type { TopicRow } from './store.ts';
export { selectTopics as topicRows } from './store.ts';
