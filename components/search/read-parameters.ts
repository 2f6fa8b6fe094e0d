import { z } from 'zod';
import { MAX_QUERY } from '#lib/platform/fields.ts';

/** Query parameters as Next gives them to a page. */
export type Parameters = Record<string, string | string[] | undefined>;
/** `cutAt`: only so many characters of the value were kept. */
export type IgnoredParameter = { name: string; value: string; cutAt?: number };

/** What of an address can be used, and what could not be. A page of a list never refuses because of one filter. */
export type ReadParameters<Schema extends z.ZodObject> = {
  input: Partial<z.output<Schema>>;
  ignored: IgnoredParameter[];
};

/** More ignored values than a person would read are not collected. */
const MAX_IGNORED = 5;
const MAX_VALUES = 50;

/**
 * Reads each field of the schema by itself; of a field that takes several values, each value by itself.
 * Parameters that no field has (`lang`, marks of a mailing) are left alone and not reported.
 */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  given: Parameters,
): ReadParameters<Schema> {
  const input: Record<string, unknown> = {};
  const ignored: IgnoredParameter[] = [];
  const ignore = (name: string, value: string): void => {
    if (ignored.length < MAX_IGNORED) ignored.push({ name, value: shorten(value) });
  };
  for (const [name, field] of Object.entries(schema.shape)) {
    const values = valuesOf(given[name]);
    if (values.length === 0) continue;
    const isSeveral = z.safeParse(field, []).success;
    const good = (isSeveral ? values : values.slice(-1)).flatMap((value) => {
      const parsed = z.safeParse(field, isSeveral ? [value] : value);
      if (parsed.success) return [parsed.data];
      ignore(name, value);
      return [];
    });
    if (good.length > 0) input[name] = isSeveral ? good.flat() : good[0];
  }
  return { input: input as Partial<z.output<Schema>>, ignored };
}

/** The words to look for, no longer than can be; that some were cut off is noted in `ignored`. */
export function cutWords(given: Parameters, ignored: IgnoredParameter[]): Parameters {
  const typed = [given.q ?? ''].flat().at(-1) ?? '';
  if (typed.length <= MAX_QUERY) return given;
  const q = typed.slice(0, MAX_QUERY).toWellFormed();
  ignored.push({ name: 'q', value: q, cutAt: MAX_QUERY });
  return { ...given, q };
}

/** What stands in the box: what was typed, up to the limit. */
export function typedWords(ignored: readonly IgnoredParameter[], used: string | undefined): string {
  return ignored.find(({ cutAt }) => cutAt !== undefined)?.value ?? used ?? '';
}

function valuesOf(value: string | string[] | undefined): string[] {
  const list = Array.isArray(value) ? value : [value ?? ''];
  return [...new Set(list.filter((one) => one.trim() !== ''))].slice(0, MAX_VALUES);
}

function shorten(value: string): string {
  const clean = value.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}
