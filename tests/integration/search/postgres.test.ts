import { expect, test } from 'vitest';
import type { SearchDocument } from '#lib/platform/search/engine.ts';
import { createPostgresSearch } from '#lib/platform/search/postgres/engine.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase();
const engine = createPostgresSearch(sql);

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function practice(number: number, changes: Partial<SearchDocument>): SearchDocument {
  const empty = { version: 1, title: '', localNames: [], body: '', topicWords: [], language: 'en' };
  return { kind: 'practice', recordId: id(number), ...empty, ...changes };
}

async function ask(text: string, prefix = false): Promise<string[]> {
  return (await engine.search({ text, limit: 10, prefix })).hits.map((hit) => hit.recordId);
}

const waste = { topic: 'solid-waste', terms: ['sampah', 'ขยะ', 'rác thải', 'សំរាម', 'အမှိုက်', 'ນ້ຳເປື້ອນ', 'lixu'] };

test.each(['', '   ', '😀', '!?…', '\u200b\ufeff', '\ud800', 'the and of', 'x'.repeat(10_000)])(
  'nothing is found for %j, without an error',
  async (text) => {
    await engine.put([practice(1, { title: 'Collecting waste in the market' })]);
    expect(await ask(text)).toEqual([]);
  },
);

test('words are found with a slip, as a beginning, and in other languages through the topic', async () => {
  await engine.clear();
  await engine.put([
    practice(1, { title: 'Collecting rubbish in the market', topicWords: [waste] }),
    practice(2, { title: 'Congestion charging' }),
  ]);
  expect(await ask('congestion chargng')).toEqual([id(2)]);
  expect(await ask('conges', true)).toEqual([id(2)]);
  for (const text of ['sampah', 'ขยะ', 'rac thai', 'សំរា​ម', 'အမှိုက်', 'ນໍ້າເປື້ອນ', 'LIXU']) {
    expect(await ask(text), text).toEqual([id(1)]);
  }
  expect(await ask("'; drop table search_document; -- <b>congestion</b>")).toEqual([id(2)]);
});

test('a document is replaced by a newer one, never by an older one, and can be removed', async () => {
  await engine.clear();
  await engine.put([practice(1, { title: 'Mangroves', version: 2 })]);
  await engine.put([practice(1, { title: 'Tramways', version: 1 })]);
  expect(await ask('mangroves')).toEqual([id(1)]);
  await engine.put([practice(1, { title: 'Tramways', version: 3 })]);
  expect(await ask('mangroves')).toEqual([]);
  expect(await ask('tramways')).toEqual([id(1)]);
  await engine.remove([{ kind: 'practice', recordId: id(1) }]);
  expect(await engine.count()).toBe(0);
});

test('equal documents come in the order of their ids, at most as many as asked for', async () => {
  await engine.clear();
  await engine.put([3, 1, 2].map((number) => practice(number, { title: 'Night market' })));
  const { hits } = await engine.search({ text: 'market', limit: 2, prefix: false });
  expect(hits.map((hit) => hit.recordId)).toEqual([id(1), id(2)]);
});
