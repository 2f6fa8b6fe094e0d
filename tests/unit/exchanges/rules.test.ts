import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHECK_MONTHS,
  EXCHANGE_SIZES,
  EXCHANGE_STEPS,
  type ExchangeStep,
  type Side,
} from '#lib/exchanges/contract.ts';
import {
  awaitsAfter,
  checkDueAt,
  daysAfter,
  isOpen,
  nextCheck,
  otherSide,
  possibleSteps,
  remindersDue,
  type Standing,
  stateAfter,
  undoUntil,
} from '#lib/exchanges/rules.ts';

type Step = Exclude<ExchangeStep, 'ask'>;
const STEPS = EXCHANGE_STEPS.filter((step): step is Step => step !== 'ask');
const ASKED_AT = new Date('2026-01-05T02:00:00Z');

const start = (size: Standing['size']): Standing => ({
  ...{ state: 'requested', size, awaits: 'asked', answeredBy: null, answeredAt: null },
  ...{ completedAt: null, hasAnswer: false, agreedBy: [], checked: [] },
});

/** What the commands write beside the state, as `commands/moves.ts` does. */
function apply(standing: Standing, step: Step, side: Side | 'clock', now: Date): Standing {
  const to = stateAfter(step, standing, side, now);
  if (to === null) return standing;
  const next = { ...standing, state: to, awaits: awaitsAfter(step, to, side, standing.size) };
  const who = side === 'clock' ? null : side;
  if (step === 'accept' || step === 'decline') return { ...next, answeredBy: who, answeredAt: now };
  if (step === 'undo-answer') return { ...next, answeredBy: null, answeredAt: null };
  if (step === 'write-brief') return { ...next, agreedBy: who === null ? [] : [who] };
  if (step === 'agree') return { ...next, agreedBy: ['asking', 'asked'] };
  if (step === 'answer') return { ...next, hasAnswer: true };
  if (step === 'complete') return { ...next, completedAt: now };
  const month = nextCheck(standing);
  return step === 'check-outcome' && month !== null
    ? { ...next, checked: [...standing.checked, month] }
    : next;
}

const someSteps = fc.array(
  fc.record({
    step: fc.constantFrom(...STEPS),
    side: fc.constantFrom<Side | 'clock'>('asking', 'asked', 'clock'),
    minutes: fc.integer({ min: 0, max: 60 * 24 * 40 }),
  }),
  { maxLength: 60 },
);

describe('random steps of random sides', () => {
  it('never lead to a state that cannot be, and never out of one that has ended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXCHANGE_SIZES), someSteps, (size, steps) => {
        let standing = start(size);
        let now = ASKED_AT;
        for (const { step, side, minutes } of steps) {
          now = new Date(now.getTime() + minutes * 60_000);
          const before = standing;
          standing = apply(standing, step, side, now);
          expectSound(standing);
          if (standing !== before && !isOpen(before.state)) {
            expect(['declined', 'completed']).toContain(before.state);
            if (before.state === 'declined') expect(step).toBe('undo-answer');
          }
        }
      }),
      { numRuns: 2000, seed: 20261124 },
    );
  });

  it('reach every state: the check above sees them all', () => {
    const seen = new Set<string>();
    const walk = (standing: Standing, now: Date, depth: number) => {
      seen.add(standing.state);
      if (depth === 0) return;
      for (const side of ['asking', 'asked', 'clock'] as const) {
        for (const step of possibleSteps(standing, side, now) as Step[]) {
          walk(apply(standing, step, side, now), now, depth - 1);
        }
      }
    };
    for (const size of EXCHANGE_SIZES) walk(start(size), ASKED_AT, 7);
    expect([...seen].sort()).toEqual([
      ...['accepted', 'agreed', 'completed', 'declined', 'expired', 'outcome-checked'],
      ...['requested', 'scoping', 'under-way', 'withdrawn'],
    ]);
  });
});

function expectSound(standing: Standing): void {
  const { state, size, completedAt, hasAnswer, agreedBy, checked, awaits } = standing;
  const isDone = state === 'completed' || state === 'outcome-checked';
  expect(completedAt !== null).toBe(isDone);
  if (isDone && size === 'question') expect(hasAnswer).toBe(true);
  if (size !== 'question' && (isDone || state === 'under-way' || state === 'agreed')) {
    expect([...agreedBy].sort()).toEqual(['asked', 'asking']);
  }
  expect(checked).toEqual(CHECK_MONTHS.slice(0, checked.length));
  expect(state === 'outcome-checked').toBe(checked.includes(12));
  if (state === 'requested') expect(awaits).not.toBeNull();
  if (!isOpen(state)) expect(awaits).toBeNull();
}

describe('turns', () => {
  it('only the side that is waited for answers, also after other dates', () => {
    const asked = start('talk');
    expect(stateAfter('accept', asked, 'asking', ASKED_AT)).toBeNull();
    const dates = apply(asked, 'propose-dates', 'asked', ASKED_AT);
    expect(dates).toMatchObject({ state: 'requested', awaits: 'asking' });
    expect(stateAfter('accept', dates, 'asked', ASKED_AT)).toBeNull();
    expect(stateAfter('accept', dates, 'asking', ASKED_AT)).toBe('accepted');
  });

  it('an answer can be taken back for ten minutes, by who gave it', () => {
    const yes = apply(start('visit'), 'accept', 'asked', ASKED_AT);
    const at = (minutes: number) => new Date(ASKED_AT.getTime() + minutes * 60_000);
    expect(stateAfter('undo-answer', yes, 'asking', at(1))).toBeNull();
    expect(stateAfter('undo-answer', yes, 'asked', at(9))).toBe('requested');
    expect(stateAfter('undo-answer', yes, 'asked', at(10))).toBeNull();
    expect(undoUntil(yes, at(3))).toEqual(at(10));
    expect(apply(yes, 'undo-answer', 'asked', at(1)).awaits).toBe(otherSide('asking'));
  });
});

describe('dates', () => {
  it('of a check fall on the same day, or the last of a shorter month', () => {
    expect(checkDueAt(new Date('2026-11-30T05:00:00Z'), 3).toISOString()).toBe('2027-02-28T05:00:00.000Z');
    expect(checkDueAt(new Date('2024-02-29T05:00:00Z'), 12).toISOString()).toBe('2025-02-28T05:00:00.000Z');
  });

  it('of reminders are 7, 14 and 18 days', () => {
    const after = (days: number) => remindersDue(ASKED_AT, daysAfter(ASKED_AT, days));
    expect([6, 7, 13, 14, 17, 18, 400].map(after)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});
