import type { z } from 'zod';
import {
  cutWords,
  type IgnoredParameter,
  type Parameters,
  readParameters,
} from '#components/search/read-parameters.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { decodeCursor } from '#lib/core/cursor.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { listTopics } from '#lib/topics/queries.ts';

/** Fields that every list with words, topics and a city to filter by has. */
type Common = {
  q?: string | undefined;
  city?: string | undefined;
  topic?: string[] | undefined;
  cursor?: string | undefined;
};

export type ListState<Input, List> = {
  topics: Topic[];
  city: CityRef | null;
  /** What was asked, without what could not be used. */
  input: Input;
  ignored: IgnoredParameter[];
  /** Records before this page. */
  before: number;
  /** The search engine does not answer: the list is the one without words. */
  isSearchAway: boolean;
  list: List;
};

/** Reads an address and the list that it asks for; leaves out what is wrong, whatever it is. */
export async function readList<Schema extends z.ZodObject, List>(
  context: Context,
  schema: Schema,
  given: Parameters,
  ask: (input: Partial<z.output<Schema>>) => Promise<List>,
): Promise<ListState<Partial<z.output<Schema>> & Common, List>> {
  const cut: IgnoredParameter[] = [];
  const read = readParameters(schema, cutWords(given, cut));
  const input: Partial<z.output<Schema>> & Common = read.input;
  const ignored = [...cut, ...read.ignored];
  const { items: topics } = await listTopics(context, {});
  leaveOutUnknownTopics(input, topics, ignored);
  const city = await cityOf(context, input, ignored);
  const before = offsetOf(input, ignored);
  try {
    return { topics, city, input, ignored, before, isSearchAway: false, list: await ask(input) };
  } catch (error) {
    const isSearch = error instanceof SalingError && error.params.part === 'search' && input.q !== undefined;
    if (!isSearch) throw error;
    const { q: _away, ...others } = input;
    const list = await ask(others as Partial<z.output<Schema>>);
    return { topics, city, input, ignored, before, isSearchAway: true, list };
  }
}

function leaveOutUnknownTopics(input: Common, topics: Topic[], ignored: IgnoredParameter[]): void {
  const asked = input.topic;
  if (asked === undefined) return;
  const known = new Set(topics.map((topic) => topic.code));
  for (const value of asked) if (!known.has(value)) ignored.push({ name: 'topic', value });
  input.topic = asked.filter((code) => known.has(code));
}

async function cityOf(context: Context, input: Common, ignored: IgnoredParameter[]): Promise<CityRef | null> {
  if (input.city === undefined) return null;
  try {
    return await getCity(context, { slug: input.city });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'not-found') throw error;
    ignored.push({ name: 'city', value: input.city });
    delete input.city;
    return null;
  }
}

function offsetOf(input: Common, ignored: IgnoredParameter[]): number {
  try {
    return decodeCursor(input.cursor);
  } catch {
    ignored.push({ name: 'cursor', value: input.cursor ?? '' });
    delete input.cursor;
    return 0;
  }
}
