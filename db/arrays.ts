import { type SQL, sql } from 'drizzle-orm';

const literal = (values: readonly (string | number)[]): string =>
  `{${values.map((value) => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** A list as one `text[]` parameter; Drizzle would spread a plain array into several. */
export const textArray = (values: readonly string[]): SQL => sql`${literal(values)}::text[]`;
export const intArray = (values: readonly number[]): SQL => sql`${literal(values)}::int[]`;
export const uuidArray = (values: readonly string[]): SQL => sql`${literal(values)}::uuid[]`;
