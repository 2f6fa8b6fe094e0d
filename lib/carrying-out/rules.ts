import type { ExchangeSize, ExchangeState } from '#lib/exchanges/contract.ts';
import { PAPERS, type PaperInput, type PaperKind } from './contract.ts';

type Standing = { state: ExchangeState; size: ExchangeSize };

const PREPARING: readonly ExchangeState[] = ['accepted', 'scoping', 'agreed', 'under-way'];
const LEARNING: readonly ExchangeState[] = ['under-way', 'completed'];

/** What either side may write now. A question is answered in writing and has none of it. */
export function possiblePapers({ state, size }: Standing): PaperKind[] {
  if (size === 'question') return [];
  return PAPERS.filter((kind) => (kind === 'programme' ? PREPARING : LEARNING).includes(state));
}

/** Whether steps at home are still to be kept: of a question there are none. */
export function keepsClearances({ state, size }: Standing): boolean {
  return size !== 'question' && PREPARING.includes(state);
}

/** A programme reads in the order of its days and times; everything else as it was written. */
export function inOrder(paper: Pick<PaperInput, 'kind' | 'items'>): PaperInput['items'] {
  if (paper.kind !== 'programme') return paper.items;
  const items = paper.items as Extract<PaperInput, { kind: 'programme' }>['items'];
  return [...items].sort((one, other) => `${one.on} ${one.from}`.localeCompare(`${other.on} ${other.from}`));
}
