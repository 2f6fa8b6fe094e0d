import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftNeed, fuse, raiseByTopics, sharedWords, weighTopics } from '#lib/discovery/rules.ts';

const answer = (...ids: string[]) => ({ hits: ids.map((recordId) => ({ recordId, score: 1 })) });

describe('one list out of several answers', () => {
  it('puts first what stands high in most', () => {
    expect(fuse([answer('a', 'b'), answer('b', 'c'), answer('b')]).map(({ recordId }) => recordId)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  it('does not depend on the order of the questions', () => {
    const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 5 });
    fc.assert(
      fc.property(lists, (ids) => {
        const answers = ids.map((list) => answer(...list));
        const order = (fused: ReturnType<typeof fuse>) => fused.map(({ score }) => score.toFixed(9));
        expect(order(fuse([...answers].reverse()))).toEqual(order(fuse(answers)));
      }),
    );
  });

  it('raises what lies under the topics asked for', () => {
    const items = [
      { id: 'first', score: 0.03, topics: ['heat'] },
      { id: 'second', score: 0.02, topics: ['drainage'] },
    ];
    expect(raiseByTopics(items, new Map([['drainage', 1]])).map(({ id }) => id)).toEqual(['second', 'first']);
    expect(raiseByTopics(items, new Map()).map(({ id }) => id)).toEqual(['first', 'second']);
  });
});

describe('what a text is about', () => {
  it('is what it says and what answers it', () => {
    const topics = weighTopics([{ code: 'heat', weight: 2 }], [{ topics: ['green-space', 'heat'] }], 5);
    expect(topics.map(({ code }) => code)).toEqual(['heat', 'green-space']);
  });

  it('is what answers it, where it says nothing, and nothing where nothing does', () => {
    expect(weighTopics([], [{ topics: ['heat'] }], 5)).toEqual([{ code: 'heat', weight: 1 }]);
    expect(weighTopics([], [], 5)).toEqual([]);
  });
});

describe('the draft of a need', () => {
  it('takes the first sentence as its title, in any script', () => {
    expect(draftNeed('Waste is mixed. We tried a campaign.').title).toBe('Waste is mixed');
    expect(draftNeed('垃圾混在一起。我们试过。').title).toBe('垃圾混在一起');
  });

  it('never has a title over 80 characters, and keeps the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        const draft = draftNeed(text);
        expect(draft.title.length).toBeLessThanOrEqual(80);
        expect(draft.description).toBe(text);
      }),
    );
  });
});

it('names shared words as they are written, each once, and none that says nothing', () => {
  expect(sharedWords(['Floods and flood walls', 'Flood'], ['flood'])).toEqual(['Floods']);
  expect(sharedWords(['A city with 20 tonnes of waste'], ['city', '20', 'tonn', 'wast'])).toEqual(['waste']);
  expect(sharedWords(['Warga kota mendaur ulang sampah'], ['warga', 'kota', 'ulang', 'sampah'])).toEqual([
    'sampah',
  ]);
  expect(sharedWords(['Floods'], [])).toEqual([]);
});
