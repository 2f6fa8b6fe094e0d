import { describe, expect, test } from 'vitest';
import practices from '#data/practices.json' with { type: 'json' };
import { startOfDeed } from '#lib/practices/listing/deed.ts';

const summary = 'In 1992 a flood hit 10,000 households. The city restored the banks and cleaned the drains.';
const told = {
  title: 'Save the river',
  problem: 'Yearly floods of many households.',
  actions: 'Banks restored, drains cleaned.',
  summary: { text: summary, language: 'en' },
  shown: { text: summary, language: 'en' },
};
const second = summary.indexOf('The city');

describe('where in a summary what was done begins', () => {
  test('a first sentence that tells what was done is kept, with or without a problem on record', () => {
    const deed = { text: 'The city restored the banks. A flood came in 1992.', language: 'en' };
    expect(startOfDeed({ ...told, summary: deed, shown: deed })).toBe(0);
    expect(startOfDeed({ ...told, problem: null, summary: deed, shown: deed })).toBe(0);
  });

  test('nothing is left out where nothing says what was done, nor of a translation cut otherwise', () => {
    expect(startOfDeed({ ...told, actions: null })).toBe(0);
    const whole = { text: 'Kota memulihkan tepi sungai setelah banjir 1992.', language: 'id' };
    expect(startOfDeed({ ...told, shown: whole })).toBe(0);
  });

  test('a first sentence that tells the problem is not, in a translation neither', () => {
    expect(startOfDeed(told)).toBe(second);
    const text = 'Pada 1992 banjir melanda 10.000 rumah tangga. Kota memulihkan tepi sungai.';
    expect(startOfDeed({ ...told, shown: { text, language: 'id' } })).toBe(text.indexOf('Kota'));
  });

  test('most of the sample records begin with what was done already', () => {
    const moved = practices.filter(({ title, problem, actions, summary: text }) => {
      const own = { text, language: 'en' };
      return startOfDeed({ title, problem, actions, summary: own, shown: own }) > 0;
    });
    const keys = moved.map(({ id }) => id);
    expect(keys).toEqual(expect.arrayContaining(['marikina-save-the-river', 'muntinlupa-byob']));
    expect(moved.length).toBeLessThan(practices.length / 3);
  });
});
