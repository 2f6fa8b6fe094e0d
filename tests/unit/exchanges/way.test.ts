import { describe, expect, it } from 'vitest';
import { readDates, readList } from '#app/exchanges/fields.ts';
import { nextOf, turnOf } from '#components/exchanges/next.ts';
import { wayOf } from '#components/exchanges/path.ts';
import {
  EXCHANGE_SIZES,
  EXCHANGE_STATES,
  type ExchangeSize,
  type ExchangeState,
  type ExchangeStep,
  SIDES,
} from '#lib/exchanges/contract.ts';
import en from '#messages/en/exchanges.json' with { type: 'json' };

const past = (...steps: ExchangeStep[]) =>
  steps.map((step, place) => ({ step, side: 'asking' as const, at: `2026-01-0${place + 1}T00:00:00Z` }));
const drawn = (size: ExchangeSize, state: ExchangeState, ...steps: ExchangeStep[]) =>
  wayOf({ size, state, history: past(...steps) })
    .filter(({ status }) => status !== 'ahead')
    .map(({ station, status }) => (status === 'now' ? `(${station})` : station))
    .join(' ');

describe('the way that is drawn', () => {
  it.each([
    ['question', 'requested', ['ask'], 'asked (accepted)'],
    ['question', 'accepted', ['ask', 'accept'], 'asked accepted (answered)'],
    ['question', 'requested', ['ask', 'accept', 'undo-answer'], 'asked (accepted)'],
    ['question', 'under-way', ['ask', 'accept', 'answer'], 'asked accepted answered (completed)'],
    ['talk', 'scoping', ['ask', 'accept', 'write-brief'], 'asked accepted (scoping)'],
    ['talk', 'agreed', ['ask', 'accept', 'write-brief', 'agree'], 'asked accepted scoping agreed (talk)'],
    [
      'visit',
      'scoping',
      ['ask', 'accept', 'write-brief', 'agree', 'write-brief'],
      'asked accepted (scoping)',
    ],
    ['question', 'declined', ['ask', 'decline'], 'asked'],
    ['talk', 'withdrawn', ['ask', 'accept', 'withdraw'], 'asked accepted'],
    ['question', 'expired', ['ask', 'expire'], 'asked'],
    [
      'question',
      'completed',
      ['ask', 'accept', 'answer', 'complete', 'check-outcome'],
      'asked accepted answered completed (followed-up)',
    ],
    [
      'question',
      'outcome-checked',
      ['ask', 'accept', 'answer', 'complete', 'check-outcome', 'check-outcome'],
      'asked accepted answered completed followed-up',
    ],
  ] as const)('of a %s that is %s', (size, state, steps, shown) => {
    expect(drawn(size, state, ...steps)).toBe(shown);
  });
});

describe('what comes next', () => {
  const facts = SIDES.flatMap((side) =>
    EXCHANGE_STATES.flatMap((state) =>
      EXCHANGE_SIZES.flatMap((size) =>
        [...SIDES, null].flatMap((awaits) =>
          [null, { month: 3 as const, dueAt: '2026-01-01', isDue: true }].map((nextCheck) => ({
            ...{ side, state, size, awaits, nextCheck },
          })),
        ),
      ),
    ),
  );

  it('has words on the page and in the list, whatever it is, and a deed where it is ours', () => {
    const said = new Set(facts.map(nextOf));
    const ours = new Set(facts.filter((one) => turnOf(one) === 'ours').map(nextOf));
    expect([...said].filter((next) => !(next in en.next && next in en.short))).toEqual([]);
    expect([...ours].filter((next) => !(next in en.act))).toEqual([]);
  });

  it.each(['declined', 'expired', 'withdrawn'] as const)('is nobody’s turn once it is %s', (state) => {
    const ended = facts.filter((one) => one.state === state);
    expect([...new Set(ended.map(turnOf))]).toEqual(['ended']);
  });
});

describe('fields of one name', () => {
  it.each([
    ['', []],
    ['     ', []],
    ['2026-12-01 2026-12-03  ', [{ from: '2026-12-01', to: '2026-12-03' }]],
    ['2026-12-01  ', [{ from: '2026-12-01', to: '2026-12-01' }]],
    [' 2026-12-03', [{ from: '2026-12-03', to: '2026-12-03' }]],
    [
      '  2026-12-01 2026-12-02 x y',
      [
        { from: '2026-12-01', to: '2026-12-02' },
        { from: 'x', to: 'y' },
      ],
    ],
  ])('%j are stretches of days', (text, stretches) => {
    expect(readDates(text)).toEqual(stretches);
  });

  it('are a list without blanks', () => {
    expect(readList(' en  id ')).toEqual(['en', 'id']);
  });
});
