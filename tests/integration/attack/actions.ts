import { readFileSync } from 'node:fs';

export type Action = { id: string; name: string; path: string };

type Manifest = { node: Record<string, { exportedName?: string; workers: Record<string, unknown> }> };

/** A real record for each part of an address. */
const PARTS: Record<string, string> = {
  '[place]': 'practices',
  '[id]': 'bandung-kang-pisman',
  '[slug]': 'bandung',
  '[code]': 'solid-waste',
};

/** Every server action of the built site, with the address of a page that holds it. */
export function builtActions(): Action[] {
  const manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as Manifest;
  return Object.entries(manifest.node).map(([id, { exportedName = '', workers }]) => {
    const page = Object.keys(workers).sort((one, other) => one.length - other.length)[0] ?? '';
    const bare = page
      .replace(/^app/, '')
      .replace(/\/page$/, '')
      .replaceAll(/\/\([^)]+\)/g, '');
    const path = Object.entries(PARTS).reduce((text, [part, value]) => text.replace(part, value), bare);
    return { id, name: exportedName, path: path === '' ? '/' : path };
  });
}

/** A call as scripts make it: how many arguments the action takes stands in the first byte of its id. */
export function scriptedCall(id: string): { body: FormData; headers: Record<string, string> } {
  const places = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  const count = places.toString(2).replaceAll('0', '').length;
  const body = new FormData();
  // The last argument is a form with one unknown field; those before it are states of a page, here none.
  if (count > 0) body.set('1_unknown', 'x');
  body.set('0', JSON.stringify([...Array(Math.max(0, count - 1)).fill(null), ...(count > 0 ? ['$K1'] : [])]));
  return { body, headers: { 'next-action': id } };
}

/** The same as a browser without scripts sends it. */
export function plainForm(id: string): { body: FormData; headers: Record<string, string> } {
  const body = new FormData();
  body.set(`$ACTION_ID_${id}`, '');
  return { body, headers: {} };
}
