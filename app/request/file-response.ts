import { writeCsv } from '#lib/platform/csv.ts';

/** As RFC 8187 wants it: `encodeURIComponent` leaves four signs that are not allowed there. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The header of a file that is downloaded, under a name in any script. */
export const attachedAs = (name: string): string => `attachment; filename*=UTF-8''${encodedName(name)}`;

const headers = (name: string, type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});

/** @param name of the file, letters of a slug only */
export function jsonResponse(name: string, value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: headers(name, 'application/json') });
}

/** A table, with commas or, where the address says `separator=semicolon`, as Excel in Indonesian reads it. */
export function csvResponse(request: Request, name: string, rows: readonly (readonly string[])[]): Response {
  const isSemicolon = new URL(request.url).searchParams.get('separator') === 'semicolon';
  return new Response(writeCsv(rows, isSemicolon ? ';' : ','), { headers: headers(name, 'text/csv') });
}
