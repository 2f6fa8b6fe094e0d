import { describe, expect, it } from 'vitest';
import cities from '#data/cities.json' with { type: 'json' };
import sdg from '#data/sdg.json' with { type: 'json' };
import { messagesFor } from '#i18n/messages.ts';
import { CITY_KINDS, COASTS, FORUMS, SIZE_BANDS } from '#lib/cities/contract.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import { EVIDENCE_KINDS, YEAR_SPANS } from '#lib/practices/contract.ts';

type Words = Record<string, Record<string, string>>;
const wordsOf = (language: (typeof INTERFACE_LANGUAGES)[number]) => messagesFor(language).vocabulary as Words;

describe.each(INTERFACE_LANGUAGES)('vocabulary in "%s"', (language) => {
  const words = wordsOf(language);

  it('has the official titles of the goals, as the data has them', () => {
    const titles = Object.entries(sdg.goals).map(([number, goal]) => [number, goal[language].title]);
    expect(words.sdg).toEqual(Object.fromEntries(titles));
  });

  it.each([
    ['evidence', EVIDENCE_KINDS],
    ['pillar', PILLARS],
    ['year', YEAR_SPANS],
    ['kind', CITY_KINDS],
    ['size', SIZE_BANDS],
    ['coast', COASTS],
    ['forum', FORUMS],
  ] as const)('names every code of "%s" and no other', (name, codes) => {
    expect(Object.keys(words[name] ?? {}).sort()).toEqual([...codes].sort());
  });

  it('names every language of a city', () => {
    const spoken = new Set(cities.flatMap((city) => city.languages));
    expect([...spoken].filter((code) => words.languageName?.[code] === undefined)).toEqual([]);
  });
});
