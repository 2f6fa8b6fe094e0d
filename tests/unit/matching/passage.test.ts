import { describe, expect, it } from 'vitest';
import { bestDeed, bestPassage, sharedWords } from '#lib/matching/scoring/passage.ts';
import { terms } from '#lib/platform/text/terms.ts';

const local = (text: string, language = 'en') => ({ text, language, isUncheckedTranslation: false });
const joined = (passage: ReturnType<typeof bestPassage>) =>
  passage.pieces.map((piece) => piece.text).join('');

describe('the passage of a record', () => {
  it('is its first sentence where no word is shared', () => {
    expect(joined(bestPassage([local('One thing. Another thing.')], ['zebra']))).toBe('One thing.');
  });

  it('is the sentence with most of the words, whole and marked', () => {
    const passage = bestPassage(
      [local('Buses are old. Sorted waste goes to the compost plant. Waste is waste.')],
      terms('sorted waste compost'),
    );
    expect(joined(passage)).toBe('Sorted waste goes to the compost plant.');
    const marked = passage.pieces.filter((piece) => piece.isMatch).map((piece) => piece.text);
    expect(marked).toEqual(['Sorted', 'waste', 'compost']);
  });

  it.each([
    [
      'en',
      'Enforcement of the plastic bag ban weakened and plastic came back. The city banned plastic bags in shops.',
      'The city banned plastic bags in shops.',
    ],
    [
      'en',
      'Households had no waste bins. Each household was given a bin.',
      'Each household was given a bin.',
    ],
    [
      'id',
      'Pengelolaan sampah belum berjalan dan sampah menumpuk. Kota membagikan tong sampah.',
      'Kota membagikan tong sampah.',
    ],
  ])('of a practice is what was done, not what failed (%s)', (language, text, deed) => {
    const words = terms('plastic bag ban waste bin sampah pengelolaan tong');
    expect(joined(bestDeed([local(text, language)], words))).toBe(deed);
  });

  it('of a practice is what failed where nothing else is written', () => {
    const text = 'The plan failed.';
    expect(joined(bestDeed([local(text)], ['plan']))).toBe(text);
    expect(joined(bestDeed([local(text), local('Buses run.')], ['plan']))).toBe('Buses run.');
  });

  it('looks into further texts of the same language only', () => {
    const passage = bestPassage(
      [local('Nothing here.'), local('Compost.'), local('compost', 'id')],
      ['compost'],
    );
    expect(joined(passage)).toBe('Compost.');
    expect(passage.language).toBe('en');
  });

  it('gives words as they are written', () => {
    expect(sharedWords(local('Sorted waste. WASTE.'), terms('sorted waste'))).toEqual([
      'sorted',
      'waste',
      'waste',
    ]);
  });

  it('of a record without text is empty', () => {
    expect(bestPassage([], ['x']).pieces).toEqual([]);
  });

  it('keeps a text with markup as it is', () => {
    expect(joined(bestPassage([local('<b>Waste</b> & more')], ['waste']))).toBe('<b>Waste</b> & more');
  });
});
