import type { Context } from '#lib/core/context.ts';
import { databaseUrl } from '#lib/core/database.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { askSearch } from '#lib/core/search.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { type InterfaceLanguage, localText } from '#lib/platform/language.ts';
import { MAX_HITS, type SearchAnswer, type SearchKind } from '#lib/platform/search/engine.ts';
import { getTopicInput, noInput, type ThesaurusEntry, type Topic } from './contract.ts';
import { type Detected, detectTopics, indexThesaurus, type ThesaurusIndex } from './detection/detect.ts';
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

/** How long a copy of the thesaurus is believed, in milliseconds: it changes only when data files are loaded. */
const FRESH = 60_000;
let kept: { url: string; until: number; index: Promise<ThesaurusIndex> } | undefined;

function thesaurusIndex(context: Context): Promise<ThesaurusIndex> {
  const url = databaseUrl();
  if (kept === undefined || kept.url !== url || kept.until < Date.now()) {
    const index = listThesaurus(context, {}).then(indexThesaurus);
    kept = { url, until: Date.now() + FRESH, index };
    index.catch(() => {
      kept = undefined;
    });
  }
  return kept.index;
}

/** Topics that a text speaks of, in any of the thesaurus's languages; most spoken of first. */
export async function understandText(context: Context, text: string): Promise<Detected> {
  return detectTopics(text, await thesaurusIndex(context));
}

/**
 * Asks the search engine for records about a text, in any language.
 * @throws SalingError `unavailable` when the engine does not answer
 */
export function findByText(
  text: string,
  kinds: readonly SearchKind[],
  limit = MAX_HITS,
): Promise<SearchAnswer> {
  return askSearch((engine) => engine.search({ text, kinds, limit, prefix: true }));
}

/** Topics in the order of these codes; unknown codes are left out. */
export async function topicsOf(tx: Tx, context: Context, codes: readonly string[]): Promise<Topic[]> {
  const rows = new Map((await selectTopics(tx)).map((row) => [row.code, row]));
  return codes.flatMap((code) => {
    const row = rows.get(code);
    return row === undefined ? [] : [toTopic(row, context.language)];
  });
}

/** Those of the codes that no topic has, for commands that check what a record names. */
export async function unknownTopics(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const known = await selectKnownCodes(tx);
  return codes.filter((code) => !known.has(code));
}

/** Goals and pillars that the first of these topics stand for, for records of which nobody has named them. */
export async function goalsOfTopics(
  tx: Tx,
  codes: readonly string[],
): Promise<{ sdgs: number[]; pillars: string[] }> {
  const rows = new Map((await selectTopics(tx)).map((row) => [row.code, row]));
  const leading = codes.slice(0, LEADING_TOPICS).flatMap((code) => rows.get(code) ?? []);
  return {
    sdgs: [...new Set(leading.flatMap((row) => row.sdgs))].sort((a, b) => a - b),
    pillars: [...new Set(leading.flatMap((row) => row.pillars))],
  };
}
const LEADING_TOPICS = 3;

export type { TopicRow } from './store.ts';
export { selectTopics as topicRows } from './store.ts';
