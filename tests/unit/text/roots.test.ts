import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roots } from '#lib/platform/text/roots.ts';

describe('roots of a word', () => {
  it.each([
    ['memilah', 'pilah'],
    ['pemilahan', 'pilah'],
    ['dipilah', 'pilah'],
    ['mengumpulkan', 'kumpul'],
    ['mengolah', 'olah'],
    ['menyaring', 'saring'],
    ['menanam', 'tanam'],
    ['pengomposan', 'kompos'],
    ['berkebun', 'kebun'],
    ['kemacetan', 'macet'],
    ['penghijauan', 'hijau'],
    ['membuang', 'buang'],
    ['sampahnya', 'sampah'],
  ])('of %s hold %s', (word, root) => {
    expect(roots(word)).toContain(root);
  });

  it.each(['air', 'pela', 'น้ำท่วม', 'pm2.5', ''])('of %j are the word alone', (word) => {
    expect(roots(word)).toEqual([word]);
  });

  it('begin with the word, and none is shorter than four letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,14}$/), (word) => {
        const all = roots(word);
        expect(all[0]).toBe(word);
        expect(all.every((one) => one.length >= 4)).toBe(true);
      }),
    );
  });
});
