import { MAX_TEXT, saysSomething } from '#lib/platform/fields.ts';

export type Asked =
  /** The page was opened without a text. */
  | { state: 'nothing'; text: '' }
  | { state: 'empty'; text: string }
  | { state: 'long'; text: string; maximum: number }
  | { state: 'fine'; text: string; topics: string[] | undefined };

const MAX_TOPICS = 12;

/** What the address asks for. A text without any letter or digit is empty; topics are those that were ticked. */
export function readAsked(query: Record<string, string | string[] | undefined>): Asked {
  const given = [query.text].flat()[0];
  if (given === undefined) return { state: 'nothing', text: '' };
  const text = given.toWellFormed().replaceAll('\u0000', '');
  if (!saysSomething(text)) return { state: 'empty', text: text.slice(0, MAX_TEXT) };
  if (text.length > MAX_TEXT) return { state: 'long', text, maximum: MAX_TEXT };
  const topics = [query.topic]
    .flat()
    .filter((topic): topic is string => topic !== undefined && topic.length > 0 && topic.length <= 80)
    .slice(0, MAX_TOPICS);
  return { state: 'fine', text, topics: topics.length > 0 ? topics : undefined };
}
