import { slipsBetween } from '#lib/platform/search/distance.ts';
import { stem } from '#lib/platform/text/stem.ts';
import type { Answer, Slot } from './ask.ts';
import { impactOf, LEVELS, MOST_IMPACT, type StoredDocument } from './document.ts';
import { unspell } from './spelling.ts';

/** Weights of what the index has instead of the word asked for, as in the other engine. */
const COMPLETED = 0.7;
const CORRECTED = [COMPLETED, 0.8, 0.6];
const COMPLETED_BESIDE = 0.15;

/** What stands around the words that were found: signs that no folded word holds. */
export const MARK = { before: '\u0001', after: '\u0002' };

/** Documents that hold the very word. */
export function readExact(slot: Slot, answer: Answer): void {
  if (answer.hits.length > 0) slot.terms.add(slot.word.term);
  slot.held = Math.max(slot.held, answer.estimatedTotalHits ?? 0);
  for (const hit of answer.hits) add(slot, hit, 1);
}

/**
 * Documents that hold a word which begins with the one asked for or is a slip away from it.
 * @param shown the first of the same hits, with the words that were found marked
 */
export function readNear(slot: Slot, answer: Answer, shown: Answer): void {
  const isKnown = slot.terms.has(slot.word.term);
  const slips = answer.hits.map((hit) => numberAt(hit._rankingScoreDetails, 'typo', 'typoCount'));
  const fewest = Math.min(...slips);
  // Beside a known word only its completions count; a slip in the spelling of another script is another word.
  if (fewest > 0 && (isKnown || slot.word.isUnspaced)) return;
  const near = answer.hits.filter((_, place) => slips[place] === fewest);
  const isAll = near.length === answer.hits.length;
  slot.held = Math.max(slot.held, isAll ? (answer.estimatedTotalHits ?? 0) : near.length);
  for (const hit of near) add(slot, hit, isKnown ? COMPLETED_BESIDE : (CORRECTED[fewest] ?? 0));
  for (const hit of shown.hits) addTerms(slot, hit._formatted ?? {}, fewest);
}

function add(slot: Slot, hit: Answer['hits'][number], weight: number): void {
  const rank = numberAt(hit._rankingScoreDetails, 'attribute', 'attributeRankingOrderScore');
  const level = Math.round((1 - rank) * LEVELS.length);
  const impact = Math.min(MOST_IMPACT, impactOf(level)) * weight;
  const known = slot.found.get(hit.id);
  if (known === undefined || known.impact < impact) {
    slot.found.set(hit.id, { kind: hit.kind, recordId: hit.recordId, impact });
  }
}

/** The client's types name these otherwise than the server (1.50) does. 0 where there is no such number. */
function numberAt(details: unknown, rule: string, name: string): number {
  const inside = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  const value = inside(inside(details, rule), name);
  return typeof value === 'number' ? value : 0;
}

/** Words that are marked as found, unless they are further away than the best ones. */
function addTerms(slot: Slot, formatted: Partial<StoredDocument>, slips: number): void {
  const asked = slot.word.form;
  for (const level of LEVELS) {
    for (const marked of String(formatted[level] ?? '').split(' ')) {
      if (!marked.includes(MARK.before)) continue;
      const word = unspell(marked.replaceAll(MARK.before, '').replaceAll(MARK.after, ''));
      const isNear =
        word.startsWith(asked) ||
        slipsBetween(asked, word, slips) <= slips ||
        slipsBetween(asked, word.slice(0, asked.length), slips) <= slips;
      if (isNear) slot.terms.add(stem(word));
    }
  }
}
