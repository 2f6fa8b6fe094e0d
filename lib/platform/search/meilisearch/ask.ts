import type { MultiSearchQuery, SearchResponse } from 'meilisearch';
import { MAX_HITS, type SearchKind, type SearchQuery } from '#lib/platform/search/engine.ts';
import { type IndexWord, questionWords } from '#lib/platform/search/words.ts';
import type { Connection } from './connection.ts';
import { LEVELS, type StoredDocument } from './document.ts';
import { MARK, readExact, readNear } from './read.ts';
import { spell } from './spelling.ts';

/** A document that holds a word; `impact` 1 to MOST_IMPACT, less where the word was completed or corrected. */
export type Found = { kind: SearchKind; recordId: string; impact: number };

/**
 * One word of a question. `total`: documents of the kinds asked for, `held`: how many of them hold the word,
 * `found` those by their id in the index, `terms` what was found for the word.
 */
export type Slot = {
  word: IndexWord;
  filter: string | undefined;
  total: number;
  held: number;
  found: Map<string, Found>;
  terms: Set<string>;
};

export type Answer = SearchResponse<StoredDocument>;

/** `answers`: one for each of `queries`, in their order. */
type Ask = { queries: MultiSearchQuery[]; read: (answers: readonly Answer[]) => void };

/** Hits of which the words that were found are read, so that they can be marked. */
const SHOWN = 20;

/** Asks for each word by itself: Meilisearch looks at ten words of a question, and its order of hits adds nothing up. */
export async function findWords(connection: Connection, queries: readonly SearchQuery[]): Promise<Slot[][]> {
  const asked = queries.map(slotsOf);
  const slots = asked.flat();
  if (slots.length === 0) return asked;
  const { uid } = connection;
  // While one types, the last word may be a beginning.
  const begun = asked.flatMap((list, number) => (queries[number]?.prefix === true ? list.slice(-1) : []));
  await send(connection, [
    ...slots.flatMap((slot) => [askTotal(uid, slot), askExact(uid, slot)]),
    ...begun.map((slot) => askNear(uid, slot, spell(slot.word.form))),
  ]);
  const unknown = slots.filter((slot) => slot.found.size === 0 && !slot.word.isPair);
  await send(
    connection,
    unknown.map((slot) => {
      const spelled = spell(slot.word.form);
      // A space after the word says that it is whole. Scripts without spaces: words that begin with it.
      return askNear(uid, slot, slot.word.isUnspaced ? spelled : `${spelled} `);
    }),
  );
  return asked;
}

function slotsOf({ text, prefix, kinds }: SearchQuery): Slot[] {
  const filter = kinds === undefined ? undefined : `kind IN [${kinds.join(', ')}]`;
  return questionWords(text, prefix).map((word) => {
    return { word, filter, total: 0, held: 0, found: new Map(), terms: new Set() };
  });
}

const base = (indexUid: string, { filter }: Slot, q: string): MultiSearchQuery => ({
  indexUid,
  q,
  ...(filter === undefined ? {} : { filter }),
});

const HITS = {
  limit: MAX_HITS,
  attributesToRetrieve: ['id', 'kind', 'recordId'],
  showRankingScoreDetails: true,
};

const askTotal = (uid: string, slot: Slot): Ask => ({
  queries: [{ ...base(uid, slot, ''), limit: 0 }],
  read: ([answer]) => {
    slot.total = answer?.estimatedTotalHits ?? 0;
  },
});

const askExact = (uid: string, slot: Slot): Ask => ({
  queries: [{ ...base(uid, slot, `"${spell(slot.word.term)}"`), ...HITS }],
  read: ([answer]) => {
    if (answer !== undefined) readExact(slot, answer);
  },
});

/** The words behind a slip or a beginning are read from the first few hits alone. */
const askNear = (uid: string, slot: Slot, q: string): Ask => ({
  queries: [
    { ...base(uid, slot, q), ...HITS },
    {
      ...base(uid, slot, q),
      limit: SHOWN,
      attributesToHighlight: LEVELS,
      attributesToRetrieve: LEVELS,
      highlightPreTag: MARK.before,
      highlightPostTag: MARK.after,
    },
  ],
  read: ([answer, shown]) => {
    if (answer !== undefined && shown !== undefined) readNear(slot, answer, shown);
  },
});

/** All in one round trip; what is asked twice is sent once. */
async function send({ reader }: Connection, asks: readonly Ask[]): Promise<void> {
  const sent = new Map<string, { query: MultiSearchQuery; place: number }>();
  for (const query of asks.flatMap((ask) => ask.queries)) {
    const known = JSON.stringify(query);
    if (!sent.has(known)) sent.set(known, { query, place: sent.size });
  }
  if (sent.size === 0) return;
  const queries = [...sent.values()].map(({ query }) => query);
  const { results } = await reader.multiSearch<{ queries: MultiSearchQuery[] }, StoredDocument>({ queries });
  for (const ask of asks) {
    ask.read(ask.queries.flatMap((query) => results[sent.get(JSON.stringify(query))?.place ?? -1] ?? []));
  }
}
