import { afterAll, expect, test } from 'vitest';
import { createMeiliSearch } from '#lib/platform/search/meilisearch/engine.ts';
import { practice } from '#tests/integration/search/documents.ts';
import { describeEngine } from '#tests/integration/search/engine-cases.ts';
import { indexNames, removeIndexes, settingsFor } from './server.ts';

const settings = settingsFor('engine');
afterAll(() => removeIndexes(settings));

test('an index that nobody has built holds nothing, and a search says that it has to be built', async () => {
  const engine = createMeiliSearch(settingsFor('unbuilt'));
  expect(await engine.count()).toBe(0);
  expect(await engine.health()).toEqual({ engine: 'meilisearch', ok: false, documents: 0 });
  await expect(engine.search({ text: 'market', limit: 10, prefix: false })).rejects.toThrow(/reindex/);
});

test('a wrong key is said in one line that does not hold it', async () => {
  const engine = createMeiliSearch({ ...settings, key: 'not-the-key' });
  const refused = await engine.put([practice(1, { title: 'Market' })]).catch((error: Error) => error);
  expect(refused).toMatchObject({
    name: 'SearchUnavailable',
    message: expect.stringMatching(/^Meilisearch at \S+ refuses the key of MEILI_KEY$/),
  });
});

test('building anew leaves one index', async () => {
  const engine = createMeiliSearch(settings);
  await engine.rebuild([practice(1, { title: 'Market' })]);
  await engine.rebuild([practice(1, { title: 'Market' })]);
  expect(await indexNames(settings)).toEqual([`${settings.prefix}-records-1`]);
});

test('two that build anew at once leave all documents and one index', async () => {
  const [one, other] = [createMeiliSearch(settings), createMeiliSearch(settings)];
  const documents = [1, 2, 3].map((number) => practice(number, { title: 'Market' }));
  await Promise.all([one.rebuild(documents), other.rebuild(documents)]);
  expect(await one.count()).toBe(3);
  expect(await indexNames(settings)).toHaveLength(1);
});

describeEngine(createMeiliSearch(settings));
