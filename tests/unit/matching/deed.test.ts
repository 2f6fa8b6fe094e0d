import { describe, expect, it } from 'vitest';
import type { Passage } from '#lib/matching/contract.ts';
import { bestDeed, type DeedField, type Deeds } from '#lib/matching/scoring/deed.ts';
import { terms } from '#lib/platform/text/terms.ts';

const joined = (passage: Passage) => passage.pieces.map((piece) => piece.text).join('');

function deeds(
  texts: Partial<Record<DeedField, string>>,
  {
    language = 'en',
    title = '',
    problem = null as string | null,
    shown = {} as Partial<Record<DeedField, string>>,
  } = {},
): Deeds {
  const names = (['actions', 'results', 'summary'] as const).filter((name) => texts[name] !== undefined);
  return {
    title: { text: title, language },
    problem,
    fields: names.map((name) => {
      const text = texts[name] ?? '';
      const translated = shown[name];
      return {
        name,
        original: { text, language },
        shown: {
          text: translated ?? text,
          language: translated === undefined ? language : 'id',
          isUncheckedTranslation: translated !== undefined,
        },
      };
    }),
  };
}

const words = terms('plastic bag ban waste bin sampah pengelolaan tong');

describe('what a practice did, in a sentence', () => {
  it('is nothing where nothing is written', () => {
    expect(bestDeed(deeds({}), words).pieces).toEqual([]);
  });

  it.each([
    [
      'en',
      'Enforcement of the plastic bag ban weakened and plastic came back. The city banned plastic bags in every shop it licenses.',
      'The city banned plastic bags in every shop it licenses.',
    ],
    [
      'en',
      'Households had no waste bins for plastic bags. Each household was given a bin of its own by the city.',
      'Each household was given a bin of its own by the city.',
    ],
    [
      'en',
      'The plastic bag ban won a prize for waste bins. The city banned plastic bags in every shop it licenses.',
      'The city banned plastic bags in every shop it licenses.',
    ],
    [
      'id',
      'Pengelolaan sampah belum berjalan dan sampah menumpuk. Kota membagikan tong sampah kepada setiap rumah tangga.',
      'Kota membagikan tong sampah kepada setiap rumah tangga.',
    ],
    [
      'id',
      'Program tong sampah meraih penghargaan nasional pada tahun itu. Kota membagikan tong sampah kepada setiap rumah tangga.',
      'Kota membagikan tong sampah kepada setiap rumah tangga.',
    ],
  ])('is what was done, not what failed or who praised it (%s)', (language, summary, deed) => {
    expect(joined(bestDeed(deeds({ summary }, { language }), words))).toBe(deed);
  });

  it('is what failed where nothing else is written', () => {
    expect(joined(bestDeed(deeds({ summary: 'The plan failed.' }), ['plan']))).toBe('The plan failed.');
  });

  it('is no sentence that repeats the problem on record', () => {
    const summary =
      'Rivers carried waste and plastic of upland farms into the bay. Fishers now collect it every day with nets paid by shops.';
    const problem = 'Upland farms and rivers carry waste into the bay.';
    const title = 'Nets paid by shops';
    expect(joined(bestDeed(deeds({ summary }, { title, problem }), words))).toContain('Fishers');
    expect(joined(bestDeed(deeds({ summary }, { title }), words))).toContain('Rivers');
  });

  it('comes from the actions, the results, the summary, in this order where they say as much', () => {
    const same = 'Bins for waste stand in each street of the old town.';
    const all = { actions: `${same} A.`, results: `${same} R.`, summary: `${same} S.` };
    expect(bestDeed(deeds(all), words).pieces.length).toBeGreaterThan(0);
    const summary = 'Waste, plastic and bags go into one bin in each street of the old town.';
    expect(joined(bestDeed(deeds({ actions: 'Bins.', summary }), words))).toBe(summary);
    expect(
      joined(bestDeed(deeds({ actions: 'Waste bins, a plastic ban.', summary: same }), words)),
    ).toContain('ban');
  });

  it('is a clause of the results without the prize beside it', () => {
    const results = 'plastic bag ban in 40 shops and waste bins in all streets; Green City Award 2018';
    const passage = bestDeed(
      deeds({ results, summary: 'A city of the plain beside the lake, small and old.' }),
      words,
    );
    expect(joined(passage)).toBe('Plastic bag ban in 40 shops and waste bins in all streets.');
  });

  it('is read in the language of the summary, judged as the original says it', () => {
    const summary = 'Bins were stolen. The town gave new ones of steel to all.';
    const shown = {
      summary: 'Tong sampah dicuri orang pada waktu malam. Kota memberi yang baru dari baja kepada semua.',
    };
    const problem = 'Stolen bins';
    const title = 'New ones of steel for all in the town';
    const passage = bestDeed(deeds({ summary, actions: 'Steel.' }, { title, problem, shown }), ['tong']);
    expect(joined(passage)).toBe('Kota memberi yang baru dari baja kepada semua.');
    expect(passage).toMatchObject({ language: 'id', isUncheckedTranslation: true });
  });
});
