import type { ExchangeCard } from '#lib/exchanges/contract.ts';

type Facts = Pick<ExchangeCard, 'state' | 'size' | 'side' | 'awaits' | 'nextCheck'>;

/** What comes next, seen from the reader's side: it decides words and button of one section. */
export function nextOf({ state, size, side, awaits, nextCheck }: Facts) {
  switch (state) {
    case 'requested':
      return awaits === side ? 'answer-request' : 'wait-request';
    case 'accepted':
      if (size !== 'question') return 'write-brief';
      return side === 'asked' ? 'write-answer' : 'wait-written';
    case 'scoping':
      return awaits === side ? 'agree' : 'wait-agree';
    case 'agreed':
      return 'begin';
    case 'under-way':
      if (side === 'asked') return size === 'question' ? 'wait-complete' : 'wait-end';
      return size === 'question' ? 'complete' : 'end';
    case 'completed':
      if (side === 'asked') return 'wait-outcome';
      return nextCheck?.isDue ? 'say-outcome' : 'later-outcome';
    case 'outcome-checked':
      return 'all-done';
    default:
      return state;
  }
}

export type Next = ReturnType<typeof nextOf>;

const OURS: readonly Next[] = [
  'answer-request',
  'write-answer',
  'write-brief',
  'agree',
  'begin',
  'complete',
  'say-outcome',
];
const OVER: readonly Next[] = [
  'declined',
  'expired',
  'withdrawn',
  'all-done',
  'later-outcome',
  'wait-outcome',
];

/** Whether it waits for the reader's city, for the other one, or for nobody. */
export function turnOf(facts: Facts): 'ours' | 'theirs' | 'ended' {
  const next = nextOf(facts);
  if (OURS.includes(next)) return 'ours';
  return OVER.includes(next) ? 'ended' : 'theirs';
}

/** By when, or since when: what an exchange is sorted and dated by. */
export const dateOf = ({
  dueAt,
  nextCheck,
  movedAt,
}: Pick<ExchangeCard, 'dueAt' | 'nextCheck' | 'movedAt'>) => dueAt ?? nextCheck?.dueAt ?? movedAt;
