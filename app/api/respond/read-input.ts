import { z } from 'zod';
import { type Endpoint, pathParts } from '#app/api/openapi/endpoint.ts';
import { type FieldProblem, notFound, SalingError } from '#lib/core/errors.ts';
import { type InterfaceLanguage, isInterfaceLanguage } from '#lib/platform/language.ts';

export type RawInput = Record<string, string | string[]>;
export type PathValues = Record<string, string | string[] | undefined>;

/** The language that the address asks for, if it is one that there is. */
export function languageOf(query: URLSearchParams): InterfaceLanguage | undefined {
  const asked = query.get('lang');
  return isInterfaceLanguage(asked) ? asked : undefined;
}

/**
 * Path and query as one input for the core, which parses it.
 * @throws SalingError `invalid` for a parameter that is unknown or repeated without need, or an unknown language;
 * `not-found` where a part of the path cannot be the name of anything.
 */
export function readInput(endpoint: Endpoint, query: URLSearchParams, path: PathValues): RawInput {
  const fields = endpoint.input.shape;
  const parts = pathParts(endpoint.path);
  const errors: FieldProblem[] = [];
  const input: RawInput = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === 'lang') {
      if (values.length > 1) errors.push({ pointer, code: 'repeated' });
      else if (!isInterfaceLanguage(values[0])) errors.push({ pointer, code: 'unknown-value' });
      continue;
    }
    const field = Object.hasOwn(fields, name) && !parts.includes(name) ? fields[name] : undefined;
    if (field === undefined) errors.push({ pointer, code: 'unknown-field' });
    else if (values.length > 1 && !isRepeatable(field)) errors.push({ pointer, code: 'repeated' });
    else input[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  if (errors.length > 0) throw new SalingError('invalid', { errors: errors.slice(0, MAX_ERRORS) });
  for (const part of parts) input[part] = readPart(fields[part], path[part]);
  return input;
}

/** More errors than a person would read; a request with thousands of unknown names is answered as briefly. */
const MAX_ERRORS = 20;

function readPart(field: z.core.$ZodType | undefined, value: string | string[] | undefined): string {
  if (field === undefined || typeof value !== 'string' || !z.safeParse(field, value).success)
    throw notFound();
  return value;
}

/** Whether the field takes several values: `topic=heat&topic=drainage`. */
export function isRepeatable(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return isRepeatable(field.unwrap());
  if (field instanceof z.ZodUnion) return field.options.some(isRepeatable);
  return field instanceof z.ZodArray;
}
