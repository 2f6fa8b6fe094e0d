import type { Exchange } from '#lib/exchanges/contract.ts';

type Facts = Pick<
  Exchange,
  'state' | 'size' | 'side' | 'awaits' | 'answers' | 'brief' | 'nextCheck' | 'undoUntil'
>;

/** What comes next, seen from the reader's side: it decides words and button of one section. */
export function nextOf({ state, size, side, awaits, answers, brief, nextCheck }: Facts) {
  switch (state) {
    case 'requested':
      return awaits === side ? 'answer-request' : 'wait-request';
    case 'accepted':
      if (size !== 'question') return 'write-brief';
      return side === 'asked' ? 'write-answer' : 'wait-written';
    case 'scoping':
      return brief?.agreedBy.includes(side) ? 'wait-agree' : 'agree';
    case 'agreed':
      return 'begin';
    case 'under-way':
      if (side === 'asked') return answers.length > 0 ? 'wait-complete' : 'wait-end';
      return answers.length > 0 ? 'complete' : 'end';
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
