import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThesaurusEntry } from '#lib/topics/contract.ts';
import { detectTopics, indexThesaurus } from '#lib/topics/detection/detect.ts';

type File = Record<string, { labels: Record<string, string>; terms: Record<string, string[]> }>;
const file: File = JSON.parse(readFileSync(new URL('../../../data/thesaurus.json', import.meta.url), 'utf8'));
const entries: ThesaurusEntry[] = Object.entries(file).flatMap(([topic, { labels, terms }]) => [
  ...Object.entries(labels).map(([language, term]) => ({ topic, language, term, isLabel: true })),
  ...Object.entries(terms).flatMap(([language, list]) =>
    list.map((term) => ({ topic, language, term, isLabel: false })),
  ),
]);
const index = indexThesaurus(entries);
const topicsOf = (text: string) => detectTopics(text, index).topics.map(({ code }) => code);

describe('topics that a text speaks of', () => {
  it.each([
    ['en', 'The landfill is full and garbage trucks queue', 'solid-waste'],
    ['id', 'bank sampah dan kompos rumah tangga', 'zero-waste'],
    ['th', 'รถขยะมาไม่ตรงเวลา', 'solid-waste'],
    ['lo', 'ການຄຸ້ມຄອງສິ່ງເສດເຫຼືອ', 'solid-waste'],
    ['km', 'ការប្រមូលសំរាម', 'solid-waste'],
    ['my', 'အမှိုက်စီမံခန့်ခွဲမှု', 'solid-waste'],
    ['vi', 'thu gom rác thải', 'solid-waste'],
  ])('are found in %s, and the language with them', (language, text, topic) => {
    const found = detectTopics(text, index);
    expect(found.topics.map(({ code }) => code)).toContain(topic);
    expect(found.language).toBe(language);
  });

  it.each([
    ['berkebun di lahan tidur', 'urban-food'],
    ['pengomposan di pasar', 'zero-waste'],
    ['kami ingin kebun sayur', 'urban-food'],
  ])('are found in another form of a word, or in what its phrases share: %s', (text, topic) => {
    expect(topicsOf(text)).toContain(topic);
  });

  it('count such a word less than one that stands in the thesaurus', () => {
    const weight = (text: string) =>
      detectTopics(text, index).topics.find(({ code }) => code === 'zero-waste')?.weight ?? 0;
    expect(weight('pengomposan')).toBeGreaterThan(0);
    expect(weight('pengomposan')).toBeLessThan(weight('kompos'));
  });

  it.each(['perkotaan', 'kota dan warga', 'pemerintah daerah', 'the city and its people', 'anakan'])(
    'do not come from words that say nothing: %s',
    (text) => {
      expect(topicsOf(text)).toEqual([]);
    },
  );

  it('do not come from a word that only begins alike', () => {
    expect(topicsOf('households mix all their waste')).not.toContain('nutrition');
  });

  it('do not come from an ambiguous word inside another', () => {
    expect(topicsOf('probleme')).toEqual([]);
  });

  it('are none for punctuation, emoji and nothing', () => {
    expect([topicsOf(''), topicsOf('?!'), topicsOf('🌊🌊')]).toEqual([[], [], []]);
  });

  it('are the same for the same text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(detectTopics(text, index)).toEqual(detectTopics(text, index));
      }),
    );
  });
});

it('finds every label of the thesaurus under its own topic', () => {
  const missed = entries.filter((entry) => entry.isLabel && !topicsOf(entry.term).includes(entry.topic));
  expect(missed.map(({ language, term }) => `${language} ${term}`)).toEqual([]);
});
