import { endpoints } from '#app/api/openapi/endpoints.ts';

/** Real records of the sample data, one for each part of a path. */
const REAL: Record<string, string> = {
  '/cities/{slug}': 'surabaya',
  '/practices/{id}': 'surabaya-3r-kampung',
  '/needs/{id}': 'n-jakarta-subsidence',
  '/topics/{code}': 'solid-waste',
};

type Row = (typeof endpoints)[keyof typeof endpoints];
export const rows: Row[] = Object.values(endpoints);
export const publicRows = rows.filter((row) => row.isPublic);
export const oneRecord = rows.filter((row) => row.path.includes('{'));
export const lists = rows.filter((row) => 'limit' in row.input.shape);

/** The target of an endpoint with a query that it accepts; `name` stands for the record, else a real one. */
export function targetOf(row: Row, query = '', name?: string): string {
  const start = Object.keys(REAL).find((path) => row.path.startsWith(path)) ?? '';
  const path = row.path.replace(/\{\w+\}/, name ?? REAL[start] ?? '');
  const needed = row.path === '/search' && !/(^|&)q=/.test(query) ? 'q=waste' : '';
  const whole = [needed, query].filter(Boolean).join('&');
  return `/api/v1${path}${whole === '' ? '' : `?${whole}`}`;
}
