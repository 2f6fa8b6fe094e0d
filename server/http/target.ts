import type { IncomingMessage } from 'node:http';
import { MAX_UPLOAD } from '#lib/files/contract.ts';
import { sessionTokenOf } from '#lib/identity/rules.ts';
import { isHttps } from '#lib/platform/env.ts';
import { MAX_QUERY } from '#lib/platform/fields.ts';

export type TargetRefusal =
  | 'bad-request'
  | 'too-long'
  | 'too-large'
  | 'length-required'
  | 'method-not-allowed'
  | 'foreign-origin';

/** A described problem of 10,000 letters in any script (nine bytes a letter once encoded), and its topics. */
const LONGEST_TARGET = 100 * 1024;
export const LARGEST_BODY = 64 * 1024;
/** A photo of a phone, with what a form puts around it. */
const LARGEST_UPLOAD = MAX_UPLOAD + 16 * 1024;
/** Where a file can come along: by itself, with records of one's own city, with a letter of appointment. */
const UPLOADS =
  /^\/(?:files|our-city\/(?:practices|needs)\/[^/?]+(?:\/edit)?|our-city\/import(?:\/[0-9a-f-]{36})?|appointments(?:\/[0-9a-f-]{36})?)(?:\?|$)/;
/** A form is read as a whole before anybody asks who sends it: without a session nobody sends that much. */
export function isUpload({ url = '', headers }: IncomingMessage): boolean {
  if (!UPLOADS.test(url)) return false;
  return takesBodies(url) || sessionTokenOf(headers.cookie, isHttps()) !== undefined;
}
/** Too large to be looked through before it is taken in. */
export function isLarge({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY;
}
const hostForm = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const PAGE_METHODS = ['GET', 'HEAD', 'POST'];
// The API answers the others itself, each route with what it allows.
const API_METHODS = [...PAGE_METHODS, 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

export function isApi(target: string): boolean {
  return /^\/api(?:[/?]|$)/.test(target);
}

/** Addresses that read what is sent to them by themselves; every other one is a page. */
export function takesBodies(target: string): boolean {
  return isApi(target) || /^\/files(?:\?|$)/.test(target);
}

/** What the address allows, for the header Allow: a page with a form takes nothing but this form. */
export function allowedMethods(target: string): string[] {
  if (isApi(target)) return ['GET', 'HEAD', 'OPTIONS'];
  return takesBodies(target) ? PAGE_METHODS : ['GET', 'HEAD'];
}

/** Why a request must not reach Next, or undefined when it may. */
export function refuseTarget(request: IncomingMessage): TargetRefusal | undefined {
  const target = request.url ?? '';
  if (target.length > LONGEST_TARGET) return 'too-long';
  // Absolute-form and authority-form are for proxies; Next would follow them.
  if (!target.startsWith('/') || !hostForm.test(request.headers.host ?? '')) return 'bad-request';
  if (!isDecodable(target.split('?', 1)[0] ?? '')) return 'bad-request';
  if (!(isApi(target) ? API_METHODS : PAGE_METHODS).includes(request.method ?? ''))
    return 'method-not-allowed';
  // A body of unknown length cannot be limited before it is read.
  if (request.headers['transfer-encoding'] !== undefined) return 'length-required';
  if (Number(request.headers['content-length'] ?? 0) > (isUpload(request) ? LARGEST_UPLOAD : LARGEST_BODY))
    return 'too-large';
  return undefined;
}

/**
 * Whether another site made a reader's browser send this: her cookies would come along. Programs send no Origin;
 * the API is left out, since it takes no cookies.
 * @param publicUrl the site's own address where a proxy stands in front, which may not pass Host on
 */
export function isForeign(request: IncomingMessage, publicUrl: string | undefined): boolean {
  if (request.method !== 'POST' || isApi(request.url ?? '')) return false;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site === 'cross-site' || site === 'same-site') return true;
  if (origin === undefined) return false;
  const own = [host?.toLowerCase(), publicUrl === undefined ? undefined : new URL(publicUrl).host];
  return !URL.canParse(origin) || !own.includes(new URL(origin).host);
}

function isDecodable(path: string): boolean {
  try {
    // Control characters and backslashes have no place in our paths; PostgreSQL cannot store U+0000.
    return !/[\p{Cc}\\]/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * The target as Next may see it: U+0000, which PostgreSQL refuses, taken out of the query; of words to look for no
 * more than one character over what a page takes, since Next repeats the address in the page.
 */
export function cleanTarget(asked: string): string {
  const target = keepDots(asked);
  const start = target.indexOf('?');
  if (start < 0) return target;
  const query = target.slice(start + 1).replaceAll('%00', '');
  const isLong = query.length > MAX_QUERY && !isApi(target);
  return `${target.slice(0, start)}?${isLong ? query.split('&').map(cutWords).join('&') : query}`;
}

/** A step up, `..` however it is written, would lead Next to another page: here it is a name that nothing has. */
function keepDots(target: string): string {
  const [path = '', ...query] = target.split('?');
  const kept = path.replaceAll(/(?<=\/)(?:\.|%2e){1,2}(?=\/|$)/gi, (dots) =>
    '%252e'.repeat(dots.replaceAll(/%2e/gi, '.').length),
  );
  return [kept, ...query].join('?');
}

/** Without what Next adds to the address of a page that scripts ask for; after a form's redirect it has no value. */
export function withoutRsc(target: string): string {
  const start = target.indexOf('?');
  if (start < 0) return target;
  const kept = target
    .slice(start + 1)
    .split('&')
    .filter((part) => part !== '' && !/^_rsc(?:=|$)/.test(part));
  return kept.length === 0 ? target.slice(0, start) : `${target.slice(0, start)}?${kept.join('&')}`;
}

function cutWords(part: string): string {
  if (!part.startsWith('q=') || part.length <= MAX_QUERY) return part;
  const words = new URLSearchParams(part).get('q') ?? '';
  return words.length <= MAX_QUERY
    ? part
    : `q=${encodeURIComponent(words.slice(0, MAX_QUERY + 1).toWellFormed())}`;
}

/** Records whose names are lower case: another case leads to the one address that each has. */
const NAMED = /^\/(?:cities|practices|needs|topics)\/[^/?]+(?:\/matches)?(?=\?|$)/;

/** The address that a page really has, where the target differs from it in case only. */
export function canonicalTarget(target: string): string | undefined {
  const path = NAMED.exec(target)?.[0];
  // Escapes stay as they are: %2F and %2f are one.
  const lower = path?.replaceAll(/%[0-9A-Fa-f]{2}|[A-Z]/g, (part) =>
    part.length > 1 ? part : part.toLowerCase(),
  );
  return path === undefined || lower === path ? undefined : `${lower}${target.slice(path.length)}`;
}

/**
 * Whether a connection may leave HTTP: only for the sockets, in origin form, on a valid host.
 * @param alsoUnder a second path that may, for Next's own socket in development.
 */
export function mayUpgrade(request: IncomingMessage, alsoUnder?: string): boolean {
  const target = request.url ?? '';
  if (!hostForm.test(request.headers.host ?? '')) return false;
  return target.startsWith('/realtime/') || (alsoUnder !== undefined && target.startsWith(alsoUnder));
}
