import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { type FieldProblem, SalingError } from '#lib/core/errors.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Filters = { topic?: string | string[] | undefined; city?: string | undefined };

/**
 * A list whose filters name records: a topic or a city that there is not is refused like any other unknown
 * value. Pages show an empty list instead; a program would not notice its typing error.
 */
export function withKnownFilters<Input extends Filters, Result>(
  read: (context: Context, input: Input) => Promise<Result>,
): (context: Context, input: Input) => Promise<Result> {
  return async (context, input) => {
    // First, so that what the schema refuses is said before anything is looked up.
    const result = await read(context, input);
    const errors = [
      ...(await unknownTopics(context, input.topic)),
      ...(await unknownCity(context, input.city)),
    ];
    if (errors.length > 0) throw new SalingError('invalid', { errors });
    return result;
  };
}

async function unknownTopics(context: Context, given: Filters['topic']): Promise<FieldProblem[]> {
  if (given === undefined) return [];
  const known = new Set((await listTopics(context, {})).items.map((topic) => topic.code));
  const isList = Array.isArray(given);
  return (isList ? given : [given]).flatMap((code, index) =>
    known.has(code) ? [] : [{ pointer: isList ? `/topic/${index}` : '/topic', code: 'unknown-value' }],
  );
}

async function unknownCity(context: Context, slug: string | undefined): Promise<FieldProblem[]> {
  if (slug === undefined) return [];
  try {
    await getCity(context, { slug });
    return [];
  } catch (error) {
    if (error instanceof SalingError && error.code === 'not-found') {
      return [{ pointer: '/city', code: 'unknown-value' }];
    }
    throw error;
  }
}
