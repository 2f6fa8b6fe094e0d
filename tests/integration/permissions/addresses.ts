import type { Column } from '#lib/identity/permissions/columns.ts';
import { type Caller, OWN_CITY } from './people.ts';

/** Title, and end of the key, of a working copy that the test has started. */
export const DRAFT_TITLE = 'permissions';

/** Real records of the sample data that stand for the parts of an address. */
const PARTS: Record<string, Record<string, string>> = {
  '/cities/': { '[slug]': OWN_CITY },
  '/practices/': { '[id]': 'bandung-kang-pisman' },
  '/needs/': { '[id]': 'n-jakarta-subsidence' },
  '/our-city/export/': { '[file]': 'profile.json' },
  '/our-city/import/': { '[id]': '' },
  '/our-city/facts/': { '[key]': 'area' },
  '/our-city/': { '[place]': 'practices', '[id]': `${OWN_CITY}-${DRAFT_TITLE}` },
  '/topics/': { '[code]': 'solid-waste' },
};
/** Names a record that the tests have made themselves. */
export function addSample(area: string, part: string, value: string): void {
  PARTS[area] = { ...PARTS[area], [part]: value };
}

/** What an address needs besides. */
const QUERIES: Record<string, string> = {
  '/corrections/new': `?kind=city&id=${OWN_CITY}`,
  '/corrections/thanks': `?kind=city&id=${OWN_CITY}`,
  '/search': '?q=waste',
  '/api/v1/search': '?q=waste',
};

/** The appointment of the own focal point stands for all of that city. */
function ownAppointment(people: Record<Column, Caller>): { id: string; organisationId: string } {
  const { actor } = people['own-focal-point'];
  const [own] = actor.kind === 'person' ? actor.appointments : [];
  if (own === undefined) throw new Error('the focal point has no appointment');
  return own;
}

/** An address that is really there, for a row of the table. */
export function addressOf(id: string, people: Record<Column, Caller>): string {
  if (id.startsWith('/appointments/[id]')) return id.replace('[id]', ownAppointment(people).id);
  if (id === '/desk/offices/[id]') return id.replace('[id]', ownAppointment(people).organisationId);
  const area = Object.keys(PARTS).find((start) => id.replace('/api/v1', '').startsWith(start));
  const parts = area === undefined ? {} : (PARTS[area] ?? {});
  const path = Object.entries(parts).reduce((text, [name, value]) => text.replace(name, value), id);
  if (path.includes('[')) throw new Error(`no sample stands for ${id}`);
  return `${path}${QUERIES[id] ?? ''}`;
}

export function payloadOf(event: string): unknown {
  if (event === 'match.watch') return { slug: OWN_CITY };
  throw new Error(`no sample stands for ${event}`);
}
