import { describe, expect, it } from 'vitest';
import type { Passage } from '#lib/matching/contract.ts';
import { bestPassage, sharedWords } from '#lib/matching/scoring/passage.ts';
import { terms } from '#lib/platform/text/terms.ts';

const local = (text: string, language = 'en') => ({ text, language, isUncheckedTranslation: false });
const joined = (passage: Passage) => passage.pieces.map((piece) => piece.text).join('');
const marked = (passage: Passage) =>
  passage.pieces.filter((piece) => piece.isMatch).map((piece) => piece.text);

describe('the passage of a record', () => {
  it('of a record without text is empty', () => {
    expect(bestPassage(local(''), ['x']).pieces).toEqual([]);
  });

  it('is its first sentence where no word is shared', () => {
    expect(joined(bestPassage(local('One thing. Another thing.'), ['zebra']))).toBe('One thing.');
  });

  it('is then the sentence nearest to the title, where there is one', () => {
    const text =
      'The town lies on a wide plain beside the great lake. Markets mix every kind of rubbish they make.';
    const passage = bestPassage(local(text), ['zebra'], 'Rubbish of markets');
    expect(joined(passage)).toContain('Markets mix');
  });

  it('is the sentence with most of the words, whole and marked', () => {
    const passage = bestPassage(
      local('Buses are old. Sorted waste goes to the compost plant every morning. Waste is waste.'),
      terms('sorted waste compost'),
    );
    expect(joined(passage)).toBe('Sorted waste goes to the compost plant every morning.');
    expect(marked(passage)).toEqual(['Sorted', 'waste', 'compost']);
  });

  it('marks a phrase as one, and none of its words alone or over a comma', () => {
    const text = 'A smart city is a city that is smart, city or not.';
    expect(marked(bestPassage(local(text), ['smart city']))).toEqual(['smart city']);
    const wide = bestPassage(local('Separation at the source.'), ['separation sourc']);
    expect(marked(wide)).toEqual(['Separation at the source']);
  });

  it('marks the longer phrase where two begin alike', () => {
    const passage = bestPassage(local('Solid waste fees.'), ['solid', 'solid wast', 'solid wast fee']);
    expect(marked(passage)).toEqual(['Solid waste fees']);
  });

  it('of a very long sentence ends where a clause ends, and keeps the words', () => {
    const long = `The city collects waste from ${'very '.repeat(20)}many markets, which ${'really '.repeat(15)}helps.`;
    const passage = bestPassage(local(long), ['wast']);
    expect(joined(passage)).toMatch(/^The city collects waste .* many markets …$/);
    expect(marked(passage)).toEqual(['waste']);
    const late = `${long.slice(0, -1)} with compost, because ${'a '.repeat(40)}.`;
    expect(joined(bestPassage(local(late), ['compost']))).toBe(late);
  });

  it('keeps a text with markup as it is', () => {
    expect(joined(bestPassage(local('<b>Waste</b> & more'), ['waste']))).toBe('<b>Waste</b> & more');
  });
});

it('gives each word once, as it is written', () => {
  expect(sharedWords(local('Sorted waste. WASTE.'), terms('sorted waste'))).toEqual(['sorted', 'waste']);
});
