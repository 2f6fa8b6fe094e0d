import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchEngine, SearchQuery } from '#lib/platform/search/engine.ts';
import { highlight } from '#lib/platform/text/highlight.ts';
import { id, LANGUAGES, practice, topics, wordsOf } from './documents.ts';

const LONG = 'People of the quarter meet each week and talk about streets, lamps, benches and trees. '.repeat(
  5,
);

/** A text by a name that is short enough to be read in a list of tests. */
const named = (text: string): [string, string] => [JSON.stringify(text).slice(0, 40), text];

/** What every engine must do, whatever keeps its index. The index of `engine` is emptied. */
export function describeEngine(engine: SearchEngine): void {
  const hitsOf = async (text: string, changes: Partial<SearchQuery> = {}): Promise<string[]> =>
    (await engine.search({ text, limit: 10, prefix: false, ...changes })).hits.map((hit) => hit.recordId);

  beforeEach(() => engine.clear());
  describeHostileText(engine);
  describeLanguages(engine);

  describe('words', () => {
    test('stand before words that only begin with them, in whatever language a topic knows them', async () => {
      await engine.put([
        practice(1, { title: 'Bahasa in schools' }),
        practice(2, { title: 'Polders', topicWords: [{ topic: 'floods', terms: ['flood', 'baha'] }] }),
      ]);
      expect(await hitsOf('baha', { prefix: true })).toEqual([id(2), id(1)]);
      expect(await hitsOf('bah', { prefix: true })).toEqual([id(1), id(2)]);
    });

    test('are found with a slip and as a beginning, and both are named so that they can be marked', async () => {
      await engine.put([
        practice(1, { title: 'Congestion charging in the centre' }),
        practice(2, { title: 'Parks' }),
      ]);
      expect(await hitsOf('congetsion')).toEqual([id(1)]);
      expect(await hitsOf('chargng')).toEqual([id(1)]);
      expect(await hitsOf('conges')).toEqual([]);
      expect(await hitsOf('conges', { prefix: true })).toEqual([id(1)]);
      const marked = async (text: string) => {
        const { terms } = await engine.search({ text, limit: 10, prefix: true });
        return highlight('Congestion charging in the centre', terms).filter(({ isMatch }) => isMatch);
      };
      expect((await marked('congetsion')).map(({ text }) => text)).toEqual(['Congestion']);
      expect((await marked('charging cong')).map(({ text }) => text)).toEqual(['Congestion', 'charging']);
    });

    test('in the title count more than in the body, and rare ones more than common ones', async () => {
      await engine.put([
        practice(1, { title: 'Parks', body: `A line of the tramway. ${LONG}` }),
        practice(2, { title: 'Tramway', body: `A line of parks. ${LONG}` }),
        ...[3, 4, 5].map((number) => practice(number, { title: 'Night market', body: 'Food and music.' })),
        practice(6, { title: 'Night bus' }),
      ]);
      expect((await hitsOf('tramway'))[0]).toBe(id(2));
      expect((await hitsOf('night bus'))[0]).toBe(id(6));
    });

    test('after the tenth of a question are found, too', async () => {
      await engine.put([practice(1, { title: 'Mangroves' }), practice(2, { title: 'Alleys' })]);
      const before =
        'alleys bridges canals drains elevators ferries gutters harbours islands jetties kiosks lanes';
      expect((await hitsOf(`${before} mangroves`)).sort()).toEqual([id(1), id(2)]);
      expect((await hitsOf(`${before} ${before} mangroves`)).sort()).toEqual([id(1), id(2)]);
    });
  });

  describe('hits', () => {
    test('that are equal come in the order of kind and id, at most as many as asked for', async () => {
      const market = { title: 'Night market' };
      await engine.put([
        practice(3, market),
        practice(1, market),
        practice(2, market),
        practice(4, { ...market, kind: 'need' }),
      ]);
      expect(await hitsOf('market')).toEqual([4, 1, 2, 3].map(id));
      expect(await hitsOf('market', { limit: 2 })).toEqual([4, 1].map(id));
      expect(await hitsOf('market', { limit: 0 })).toEqual([]);
      expect(await hitsOf('market', { limit: -1 })).toEqual([]);
      expect(await hitsOf('market', { limit: 1e9 })).toHaveLength(4);
    });

    test('are of the kinds asked for, and have scores from 0 to 1, best first', async () => {
      await engine.put([
        practice(1, { title: 'Night market' }),
        practice(2, { title: 'Market', kind: 'need' }),
        practice(3, { title: 'Market', kind: 'topic' }),
      ]);
      expect(await hitsOf('market', { kinds: ['need'] })).toEqual([id(2)]);
      expect((await hitsOf('market', { kinds: ['need', 'topic'] })).sort()).toEqual([id(2), id(3)]);
      expect(await hitsOf('market', { kinds: ['city'] })).toEqual([]);
      const { hits } = await engine.search({ text: 'night market', limit: 10, prefix: false });
      expect(hits[0]?.recordId).toBe(id(1));
      expect(hits.every(({ score }) => score > 0 && score <= 1)).toBe(true);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    });

    test('of several questions come in the order of the questions', async () => {
      await engine.put([practice(1, { title: 'Mangroves' }), practice(2, { title: 'Tramways' })]);
      const ask = (text: string) => ({ text, limit: 10, prefix: false });
      const answers = await engine.searchMany([ask('tramways'), ask('?'), ask('mangroves'), ask('tramways')]);
      expect(answers.map(({ hits }) => hits.map((hit) => hit.recordId))).toEqual([
        [id(2)],
        [],
        [id(1)],
        [id(2)],
      ]);
      expect(await engine.searchMany([])).toEqual([]);
    });
  });

  describeWriting(engine, hitsOf);
}

function describeHostileText(engine: SearchEngine): void {
  test.each(
    [
      '',
      '   ',
      '😀',
      '!?…',
      '\u200b\ufeff',
      '\ud800',
      '\udc00\ud800',
      'the and of',
      'x'.repeat(10_000),
      '"',
      '\\"-" OR',
    ].map(named),
  )('nothing is found for %s, without an error', async (_, text) => {
    await engine.put([practice(1, { title: 'Collecting waste in the market' })]);
    for (const prefix of [false, true]) {
      expect((await engine.search({ text, limit: 10, prefix })).hits).toEqual([]);
    }
  });

  test.each(
    [
      "'; drop table search_document; -- <b>congestion</b>",
      '"congestion" -market AND kind = need',
      '\ud800 congestion \udc00',
      '😀congestion😀',
      'congestion '.repeat(900),
    ].map(named),
  )('the words of %s are found, and nothing else of it is understood', async (_, text) => {
    await engine.put([practice(1, { title: 'Congestion' }), practice(2, { title: 'Parks' })]);
    expect((await engine.search({ text, limit: 10, prefix: false })).hits).toMatchObject([
      { recordId: id(1) },
    ]);
  });

  test('texts of documents may be as hostile', async () => {
    const text = `\ud800 😀 <b>"'; \u0001\u0002 ${'x'.repeat(10_000)} congestion`;
    await engine.put([practice(1, { title: text, localNames: [text], body: text.repeat(3) })]);
    expect(await engine.count()).toBe(1);
    await engine.put([practice(2, { title: '\ud800', body: '' })]);
    expect(await engine.count()).toBe(2);
  });
}

function describeLanguages(engine: SearchEngine): void {
  test('a question in each language of the thesaurus finds the practice written in English', async () => {
    const codes = [...topics.keys()];
    const title = (code: string) => `What a city did about ${code.replaceAll('-', ' ')}`;
    await engine.put(
      codes.map((code, number) => practice(number, { title: title(code), topicWords: [wordsOf(code)] })),
    );
    for (const language of LANGUAGES) {
      const texts = codes.map((code) => topics.get(code)?.labels[language] ?? '');
      const answers = await engine.searchMany(texts.map((text) => ({ text, limit: 3, prefix: false })));
      const missed = texts.filter(
        (_, number) => !answers[number]?.hits.some((hit) => hit.recordId === id(number)),
      );
      expect(missed, language).toEqual([]);
    }
  });

  test('two ways to spell a word are one', async () => {
    await engine.put([practice(1, { title: 'Collecting rubbish', topicWords: [wordsOf('solid-waste')] })]);
    for (const text of ['ຂີ້ເຫຍື້ອ', 'សំរា\u200bម', 'rac thai', 'RÁC THẢI', 'LIXU', 'ขย\u200bะ']) {
      const { hits } = await engine.search({ text, limit: 10, prefix: false });
      expect(hits, text).toMatchObject([{ recordId: id(1) }]);
    }
  });
}

function describeWriting(
  engine: SearchEngine,
  hitsOf: (text: string, changes?: Partial<SearchQuery>) => Promise<string[]>,
): void {
  describe('a document', () => {
    test('is replaced by a newer one, never by an older one, and leaves no word behind', async () => {
      await engine.put([practice(1, { title: 'Mangroves', version: 2 })]);
      await engine.put([practice(1, { title: 'Tramways', version: 1 })]);
      expect(await hitsOf('mangroves')).toEqual([id(1)]);
      await engine.put([practice(1, { title: 'Tramways', version: 3 })]);
      expect(await hitsOf('mangroves')).toEqual([]);
      expect(await hitsOf('tramways')).toEqual([id(1)]);
      await engine.put([practice(1, { title: 'Ferries', version: 3 })]);
      expect(await hitsOf('ferries')).toEqual([id(1)]);
    });

    test('that is given twice at once is the last one', async () => {
      await engine.put([practice(1, { title: 'Mangroves' }), practice(1, { title: 'Tramways' })]);
      expect(await engine.count()).toBe(1);
      expect(await hitsOf('tramways')).toEqual([id(1)]);
    });

    test('that is removed is found no more; an unknown one is no error', async () => {
      await engine.put([practice(1, { title: 'Mangroves' }), practice(2, { title: 'Mangroves' })]);
      await engine.remove([1, 99].map((number) => ({ kind: 'practice' as const, recordId: id(number) })));
      await engine.remove([{ kind: 'need', recordId: id(2) }]);
      await engine.remove([]);
      await engine.put([]);
      expect(await hitsOf('mangroves')).toEqual([id(2)]);
      expect(await engine.health()).toMatchObject({ ok: true, documents: 1 });
    });

    test('is found at every moment while it is replaced and while all is built anew', async () => {
      const version = (number: number) =>
        practice(1, { title: `Mangroves ${number % 2 ? 'bay' : 'harbour'}`, version: number });
      await engine.put([version(1)]);
      let isWriting = true;
      const write = async () => {
        for (const number of [2, 3, 4]) await engine.put([version(number)]);
        await engine.rebuild([version(5)]);
      };
      const writing = write().finally(() => {
        isWriting = false;
      });
      do {
        expect(await hitsOf('mangroves')).toEqual([id(1)]);
      } while (isWriting);
      await writing;
      expect(await hitsOf('bay')).toEqual([id(1)]);
    });
  });

  test('building anew leaves nothing of before, whatever its version, and says how far it is', async () => {
    await engine.put([practice(1, { title: 'Mangroves', version: 9 }), practice(2, { title: 'Parks' })]);
    const seen: number[] = [];
    const documents = [practice(1, { title: 'Tramways', version: 1 }), practice(3, { title: 'Ferries' })];
    await engine.rebuild(documents, (done) => seen.push(done));
    expect(seen.at(-1)).toBe(2);
    expect(await engine.count()).toBe(2);
    expect(await hitsOf('mangroves parks')).toEqual([]);
    expect((await hitsOf('tramways ferries')).sort()).toEqual([id(1), id(3)]);
    await engine.rebuild([]);
    expect(await engine.count()).toBe(0);
  });
}
