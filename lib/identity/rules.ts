import { domainToASCII } from 'node:url';
import { type Actor, type Appointment, FORUMS, type Forum } from '#lib/core/actor.ts';

const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * The one form in which an address is compared: compatibility forms folded (a full-width @ is an @), lower case,
 * the domain in ASCII. Null for what is not exactly one address: quotes, commas, spaces, several @.
 */
export function canonicalAddress(given: string): string | null {
  const text = given.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return null;
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  const isSound =
    LOCAL.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
  return isSound && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/** The person's appointments at the office of this city; none for anybody else. */
export function appointmentsAt(actor: Actor, cityId: string): readonly Appointment[] {
  return actor.kind === 'person' ? actor.appointments.filter((entry) => entry.cityId === cityId) : [];
}

/** Whether the actor is an officer of a secretariat, of this forum where one is named. */
export function isOfficer(actor: Actor, forum?: string): boolean {
  return (
    actor.kind === 'person' &&
    actor.appointments.some(
      (entry) => entry.role === 'secretariat-officer' && (forum === undefined || entry.forum === forum),
    )
  );
}

/** Name of the cookie. Browsers bind the `__Host-` form to this very host over https. */
export function sessionCookie(isHttps: boolean): { name: string; attributes: string } {
  return isHttps
    ? { name: '__Host-saling', attributes: 'Path=/; HttpOnly; SameSite=Lax; Secure' }
    : { name: 'saling-session', attributes: 'Path=/; HttpOnly; SameSite=Lax' };
}

/**
 * The session's token among the cookies of a request. Only the name that is given here counts: over https any
 * neighbouring name could plant the other one.
 */
export function sessionTokenOf(cookies: string | undefined, isHttps: boolean): string | undefined {
  const start = `${sessionCookie(isHttps).name}=`;
  const found = (cookies ?? '').split(';').map((cookie) => cookie.trim());
  return found.find((cookie) => cookie.startsWith(start))?.slice(start.length);
}

/** What follows `Bearer`; undefined without the header, empty where it holds something else. */
export function bearerOf(authorization: string | null): string | undefined {
  if (authorization === null) return undefined;
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
}

/** A path within this site, as it was asked for; null for anything that could lead elsewhere. */
export function safeReturn(given: string): string | null {
  if (given.length > 1000 || !/^\/(?![/\\])/.test(given) || /[\p{Cc}\\]/u.test(given)) return null;
  const base = 'http://site.invalid';
  if (!URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  // Back to the sign-in pages would go in circles.
  if (url.origin !== base || url.pathname.startsWith('//') || /^\/sign-in(\/|$)/.test(url.pathname))
    return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The device in words, from what a browser says of itself: enough to tell the office computer from a lost phone. */
export function deviceOf(userAgent: string): { browser: string; system: string } {
  const nameIn = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}

export type OfficeReference =
  | { kind: 'city-office'; slug: string }
  | { kind: 'secretariat'; forum: Forum }
  | { kind: 'chair' }
  | { kind: 'observer'; name: string };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads `city:bandung`, `agmf`, `mgmac`, `chair` or `observer:World Bank`; null for anything else. */
export function officeReference(text: string): OfficeReference | null {
  const given = text.trim();
  const [head = '', ...rest] = given.split(':');
  const kind = head.trim().toLowerCase();
  const name = rest.join(':').trim().replace(/\s+/gu, ' ');
  if (rest.length === 0) {
    const forum = FORUMS.find((one) => one.toLowerCase() === kind);
    if (forum !== undefined) return { kind: 'secretariat', forum };
    return kind === 'chair' ? { kind } : null;
  }
  if (kind === 'city') return SLUG.test(name) ? { kind: 'city-office', slug: name } : null;
  const isName = kind === 'observer' && name !== '' && name.length <= 200;
  return isName ? { kind: 'observer', name } : null;
}

/** The same the other way round. */
export function referenceOf(office: {
  kind: OfficeReference['kind'];
  name: string;
  citySlug: string | null;
  forum: Forum | null;
}): string {
  switch (office.kind) {
    case 'city-office':
      return `city:${office.citySlug}`;
    case 'secretariat':
      return (office.forum ?? '').toLowerCase();
    case 'chair':
      return 'chair';
    case 'observer':
      return `observer:${office.name}`;
  }
}
