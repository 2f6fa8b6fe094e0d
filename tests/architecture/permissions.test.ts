import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permissionsDocument } from '#lib/identity/permissions/document.ts';
import { PERMISSIONS, type Row } from '#lib/identity/permissions/table.ts';

const known = (kind: Row['kind']) =>
  new Set(PERMISSIONS.filter((row) => row.kind === kind).map(({ id }) => id));
const read = (path: string) => readFileSync(path, 'utf8');

/** The address of a file of app/: groups in round brackets are no part of it. */
const addressOf = (path: string): string =>
  path
    .replace(/^app/, '')
    .replace(/\/(page\.tsx|route\.ts)$/, '')
    .replace(/\/\([^)]+\)/g, '') || '/';

/** Names of what the files define, by a pattern with one group. */
function defined(pattern: string, name: RegExp): string[] {
  return globSync(pattern).flatMap((path) => [...read(path).matchAll(name)].map((match) => match[1] ?? ''));
}

const unknownTo = (kind: Row['kind'], found: readonly string[]) => found.filter((id) => !known(kind).has(id));

/** Files that answer without a record behind them: what they do is the same for everybody. */
const WITHOUT_ROW = ['/api/[[...path]]', '/[...path]', '/theme', '/files'];

const allRoutes = globSync('app/**/route.ts')
  .map(addressOf)
  .filter((path) => !WITHOUT_ROW.includes(path));
const isApi = (path: string) => path.startsWith('/api/');
// Files that a browser downloads are asked like pages, with a session.
const pages = [
  ...globSync('app/**/page.tsx')
    .map(addressOf)
    .filter((path) => !WITHOUT_ROW.includes(path)),
  ...allRoutes.filter((path) => !isApi(path)),
];
const routes = allRoutes.filter(isApi);
/** Named where it is defined, or where one way of defining serves many. */
const COMMAND = /(?:defineCommand\(\{\s*name: |= [a-zA-Z]+(?:Draft|Record|Move|Writing)\()'([^']+)'/g;
const commands = defined('lib/**/commands{.ts,/*.ts}', COMMAND);
const events = defined('server/realtime/handlers/*.ts', /event: '([^']+)'/g);

describe('the table of permissions', () => {
  it.each([
    ['page', pages],
    ['api', routes],
    ['command', commands],
    ['event', events],
  ] as const)('has a row for every %s', (kind, found) => {
    expect(found.length).toBeGreaterThan(0);
    expect(unknownTo(kind, found)).toEqual([]);
  });

  it.each([
    ['page', pages],
    ['api', routes],
    ['command', commands],
    ['event', events],
  ] as const)('has no row for a %s that is gone', (kind, found) => {
    expect([...known(kind)].filter((id) => !found.includes(id))).toEqual([]);
  });

  it('would miss one that has no row: the control', () => {
    expect(unknownTo('page', [addressOf('app/(member)/our-city/secrets/page.tsx')])).toEqual([
      '/our-city/secrets',
    ]);
    const planted = [
      ..."export const x = defineCommand({\n  name: 'city.sell',".matchAll(
        /defineCommand\(\{\s*name: '([^']+)'/g,
      ),
    ];
    expect(
      unknownTo(
        'command',
        planted.map((match) => match[1] ?? ''),
      ),
    ).toEqual(['city.sell']);
  });

  it('asks each thing once', () => {
    const ids = PERMISSIONS.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets every action write through a command only', () => {
    const actions = globSync('app/**/*.ts').filter((path) => /^'use server'/m.test(read(path)));
    const strangers = actions.filter(
      (path) => !/#lib\/[a-z-]+\/commands|'\.\/commands\.ts'/.test(read(path)),
    );
    expect(actions.length).toBeGreaterThan(0);
    expect(strangers).toEqual([]);
  });

  it('is the document, too', async () => {
    await expect(permissionsDocument()).toMatchFileSnapshot('../../docs/permissions.md');
  });
});
