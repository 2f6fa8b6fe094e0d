import { MAX_HITS, type SearchAnswer, type SearchQuery } from '#lib/platform/search/engine.ts';
import type { Found, Slot } from './ask.ts';
import { MOST_IMPACT } from './document.ts';

/** A compound of two neighbours says half again what its parts already say. */
const PAIR_SHARE = 0.5;

/** BM25's rarity of a slot's words among the documents of the kinds asked for; 0 for a word that nothing holds. */
function rarityOf({ word, held, total }: Slot): number {
  if (held === 0) return 0;
  const most = Math.max(total, held);
  return (word.isPair ? PAIR_SHARE : 1) * Math.log(1 + (most - held + 0.5) / (held + 0.5));
}

/** Adds up, for each document, what its words say, rare ones more. */
export function rank(query: SearchQuery, slots: readonly Slot[]): SearchAnswer {
  const sums = new Map<string, { found: Found; points: number }>();
  let most = 0;
  for (const slot of slots) {
    const rarity = rarityOf(slot);
    most += rarity * MOST_IMPACT;
    for (const [id, found] of slot.found) {
      const points = (sums.get(id)?.points ?? 0) + rarity * found.impact;
      sums.set(id, { found, points });
    }
  }
  const limit = Math.min(Math.max(Math.trunc(query.limit), 0), MAX_HITS);
  const hits = [...sums.values()]
    .map(({ found: { kind, recordId }, points }) => ({
      kind,
      recordId,
      // Rounded, so that equal documents are equal whatever the order of the sums was.
      score: Math.min(1, Math.round((1e6 * points) / most) / 1e6),
    }))
    .sort((a, b) => b.score - a.score || compareText(a.kind, b.kind) || compareText(a.recordId, b.recordId))
    .slice(0, limit);
  const words = slots.filter((slot) => !slot.word.isPair);
  return { hits, terms: [...new Set(words.flatMap((slot) => [...slot.terms]))] };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
