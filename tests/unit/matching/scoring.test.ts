import { describe, expect, it } from 'vitest';
import { MATCH_FLOOR } from '#lib/matching/rules.ts';
import { buildLibrary } from '#lib/matching/scoring/library.ts';
import { needMaterial, practiceMaterial } from '#lib/matching/scoring/material.ts';
import { buildPhrases, findTopics } from '#lib/matching/scoring/phrases.ts';
import { planMatches } from '#lib/matching/scoring/plan.ts';
import { reasonFor } from '#lib/matching/scoring/reason.ts';
import { answersTo, relevances } from '#lib/matching/scoring/relevance.ts';
import { countTelling } from '#lib/matching/scoring/telling.ts';
import { terms } from '#lib/platform/text/terms.ts';
import { needRow, practiceRow } from './records.ts';

const phrases = buildPhrases([
  { topic: 'zero-waste', language: 'en', term: 'compost', isLabel: false },
  { topic: 'zero-waste', language: 'en', term: 'source separation', isLabel: false },
  { topic: 'zero-waste', language: 'th', term: 'แยกขยะ', isLabel: false },
  { topic: 'heat', language: 'en', term: 'heat', isLabel: true },
]);

const needs = [
  needRow('n-waste', 'a', {
    title: 'Source separation in markets',
    description: 'Market traders mix organic waste. The city wants compost from its markets.',
    topics: ['zero-waste', 'street-vendors'],
  }),
  needRow('n-thai', 'b', {
    title: 'แยกขยะที่ต้นทาง',
    description: 'เทศบาลต้องการให้ครัวเรือนแยกขยะ',
    topics: ['zero-waste'],
    language: 'th',
  }),
];
const practices = [
  practiceRow('p-market', 'b', {
    title: 'Market compost',
    summary: 'Traders separate organic waste in the markets for a compost plant.',
    topics: ['zero-waste'],
  }),
  practiceRow('p-own', 'a', {
    title: 'Market compost of the same city',
    summary: 'Traders separate organic waste in the markets.',
    topics: ['zero-waste', 'street-vendors'],
  }),
  practiceRow('p-shade', 'c', { title: 'Shade', summary: 'Trees against heat.', topics: ['heat'] }),
  practiceRow('p-bus', 'c', { title: 'Buses', summary: 'A new bus line.', topics: ['public-transport'] }),
];
const materials = {
  needs: needs.map((row) => needMaterial(row, phrases)),
  practices: practices.map((row) => practiceMaterial(row, phrases)),
};
const library = buildLibrary(materials.needs, materials.practices);
const [wasteNeed, thaiNeed] = library.needs;
if (wasteNeed === undefined || thaiNeed === undefined) throw new Error('the library keeps its needs');

describe('answers to a need', () => {
  it('never hold a practice of the same city, however close', () => {
    const keys = answersTo(library, wasteNeed, 0).map((answer) => answer.practice.material.key);
    expect(keys).not.toContain('p-own');
    expect(keys[0]).toBe('p-market');
  });

  it('are all from the floor up', () => {
    const answers = answersTo(library, wasteNeed, MATCH_FLOOR);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every((answer) => answer.relevance >= MATCH_FLOOR)).toBe(true);
  });

  it('stay between 0 and 1', () => {
    for (const relevance of relevances(library, wasteNeed)) {
      expect(relevance).toBeGreaterThanOrEqual(0);
      expect(relevance).toBeLessThanOrEqual(1);
    }
  });

  it('are found without a common word, by topic, across languages', () => {
    expect(answersTo(library, thaiNeed, 0.15).map((answer) => answer.practice.material.key)).toContain(
      'p-own',
    );
  });

  it('do not depend on the order in which records are given', () => {
    const turned = buildLibrary(materials.needs.toReversed(), materials.practices.toReversed());
    const need = turned.needs.find((one) => one.material.key === 'n-waste');
    if (need === undefined) throw new Error('the library keeps its needs');
    const shown = (from: typeof library, of: typeof need) =>
      answersTo(from, of, 0).map((answer) => [answer.practice.material.key, answer.relevance]);
    expect(shown(turned, need)).toEqual(shown(library, wasteNeed));
  });

  it('are none above the floor where nothing is about the same', () => {
    const strangers = buildLibrary(materials.needs.slice(0, 1), materials.practices.slice(2));
    const [need] = strangers.needs;
    if (need === undefined) throw new Error('the library keeps its needs');
    expect(answersTo(strangers, need, MATCH_FLOOR)).toEqual([]);
  });
});

describe('topics found in a text', () => {
  it('are those of its language only, in whole phrases, never across the end of a field', () => {
    expect(findTopics(phrases, 'en', terms('Heat in the streets')).has('heat')).toBe(true);
    expect(findTopics(phrases, 'id', terms('heat')).size).toBe(0);
    expect(findTopics(phrases, 'en', ['source', '', 'separation']).size).toBe(0);
  });
});

describe('the reason of an answer', () => {
  it('names shared topics and marks words on each side', () => {
    const market = library.practices.find((practice) => practice.material.key === 'p-market');
    if (market === undefined) throw new Error('the library keeps its practices');
    const reason = reasonFor(wasteNeed, market, library);
    expect(reason.topics).toEqual(['zero-waste']);
    expect(reason.words.en?.need).toEqual(expect.arrayContaining(['compost', 'sourc separation']));
    expect(reason.words.en?.practice).toContain('compost');
  });

  it('marks thesaurus words of a translation in its language', () => {
    const translations = { id: { fields: { title: 'Kompos', summary: 'Pengomposan.' }, isChecked: false } };
    const book = buildPhrases([{ topic: 'zero-waste', language: 'id', term: 'kompos', isLabel: false }]);
    const row = practiceRow('p-id', 'b', { title: 'X', summary: 'Y', topics: ['zero-waste'], translations });
    const material = practiceMaterial(row, book);
    expect(material.said.get('id')?.get('zero-waste')).toEqual(new Set(['kompo']));
    expect(material.found.size).toBe(0);
  });
});

describe('a word that tells what a text is about', () => {
  const about = (key: string, topic: string, title: string) =>
    practiceMaterial(practiceRow(key, key, { title, summary: '.', topics: [topic] }), phrases);
  const waste = [1, 2, 3].map((n) => about(`w${n}`, 'zero-waste', 'Lid of city bin in Kitakyushu, 9 tonnes'));
  const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => about(key, 'heat', 'shade'));
  const telling = countTelling([...waste, ...others]);

  it.each(['citi', 'tonn', '9', 'kitakyushu', 'shade', 'unheard'])('is not %s', (word) => {
    expect(telling('en', word, ['zero-waste'])).toBe(false);
  });

  it('is one that the records about the topics have and others have not', () => {
    expect(telling('en', 'bin', ['zero-waste'])).toBe(true);
    expect(telling('en', 'bin', ['heat'])).toBe(false);
    expect(telling('id', 'bin', ['zero-waste'])).toBe(false);
  });

  it('is not one that only two records share', () => {
    expect(countTelling([...waste.slice(1), ...others])('en', 'bin', ['zero-waste'])).toBe(false);
  });
});

describe('the plan', () => {
  const facts = { evidence: 'documented', startYear: null, stage: null } as const;
  const plan = (isPartner: (cityId: string) => boolean) =>
    planMatches(materials, { factsOf: () => facts, isPartner, year: 2026 });

  it('pairs no city with itself and none that takes no part', async () => {
    const { evidence } = await plan(() => true);
    expect(evidence.some((pair) => pair.cityId === 'a' && pair.otherCityId === 'b')).toBe(true);
    expect(evidence.every((pair) => pair.cityId !== pair.otherCityId)).toBe(true);
    expect((await plan((cityId) => cityId !== 'b')).evidence).toEqual([]);
  });

  it('keeps answers of former cities, which are no partners but whose practices stay', async () => {
    const { answers } = await plan((cityId) => cityId !== 'b');
    const keys = [...answers.values()].flat().map((answer) => answer.practice.material.key);
    expect(keys).toContain('p-market');
  });
});
