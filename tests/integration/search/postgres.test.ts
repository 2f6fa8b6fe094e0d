import { describe, expect, it } from 'vitest';
import { createPostgresSearch } from '#lib/platform/search/postgres/engine.ts';
import { testDatabase } from '#tests/support/database.ts';
import { id, practice } from './documents.ts';
import { describeEngine } from './engine-cases.ts';

const { sql } = await testDatabase();
const engine = createPostgresSearch(sql);
describeEngine(engine);

describe('a word with a slip', () => {
  const found = async (text: string) =>
    (await engine.search({ text, limit: 10, prefix: true })).hits.map((hit) => hit.recordId);

  it('stands for the likeliest word only, not for every word as near', async () => {
    const titles = [
      'Flood gates',
      'Flood walls',
      'Food stalls',
      'Folding stalls',
      'Blood donors',
      'Waste',
      'Water',
    ];
    await engine.put([
      ...titles.map((title, number) => practice(number + 1, { title })),
      practice(20, { title: 'Fold' }),
    ]);
    expect(await found('flod')).toEqual([id(1), id(2)]);
    expect(await found('foood')).toEqual([id(3)]);
    expect(await found('watse')).toEqual([id(6)]);
    expect(await found('watr')).toEqual([id(7)]);
  });

  it('is not read as a word that is much rarer', async () => {
    await engine.put([
      ...[1, 2, 3, 4, 5].map((number) => practice(number, { title: 'Market' })),
      practice(6, { title: 'Markets' }),
      practice(7, { title: 'Marked' }),
    ]);
    expect(await found('markez')).not.toContain(id(7));
  });
});

it('a topic that holds one of two words counts less than one that holds both', async () => {
  const flood = { topic: 'floods', terms: ['ngập lụt', 'lũ lụt'] };
  const mangrove = { topic: 'mangroves', terms: ['rừng ngập mặn'] };
  await engine.put([
    practice(1, { title: 'Trees', topicWords: [mangrove, flood] }),
    practice(2, { title: 'Polders', topicWords: [flood] }),
    practice(3, { title: 'Shores', topicWords: [mangrove] }),
    ...[4, 5, 6].map((number) => practice(number, { title: 'Market' })),
  ]);
  const { hits } = await engine.search({ text: 'ngập lụt', limit: 10, prefix: true });
  expect(hits.map(({ recordId }) => recordId)).toEqual([id(2), id(1), id(3)]);
});
