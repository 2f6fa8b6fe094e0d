import {
  ANSWER_DAYS,
  CHECK_MONTHS,
  type CheckMonth,
  type ExchangeOutcome,
  type ExchangeSize,
  type ExchangeState,
  type ExchangeStep,
  REMIND_DAYS,
  type Side,
  UNDO_MINUTES,
} from './contract.ts';

const DAY = 86_400_000;

/** What decides about the next step of an exchange. */
export type Standing = {
  state: ExchangeState;
  size: ExchangeSize;
  awaits: Side | null;
  /** The side that answered last, and when: it may take that back for a while. */
  answeredBy: Side | null;
  answeredAt: Date | null;
  completedAt: Date | null;
  hasAnswer: boolean;
  /** Sides that agreed to the brief as it stands now. */
  agreedBy: readonly Side[];
  checked: readonly CheckMonth[];
};

const OPEN: readonly ExchangeState[] = ['requested', 'accepted', 'scoping', 'agreed', 'under-way'];

/** Open until it is completed, or ended in any way: all that a secretariat learns. */
export const isOpen = (state: ExchangeState): boolean => OPEN.includes(state);

export const otherSide = (side: Side): Side => (side === 'asking' ? 'asked' : 'asking');
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
export const answerDueAt = (askedAt: Date): Date => daysAfter(askedAt, ANSWER_DAYS);

/** When the outcome is asked for: so many months after completion, on the same day or the last of a shorter month. */
export function checkDueAt(completedAt: Date, month: CheckMonth): Date {
  const due = new Date(completedAt);
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + month);
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(completedAt.getUTCDate(), last));
  return due;
}

/** The check that is due now or comes next; null before completion and once both are done. */
export function nextCheck(standing: Pick<Standing, 'completedAt' | 'checked' | 'state'>): CheckMonth | null {
  if (standing.completedAt === null || standing.state === 'outcome-checked') return null;
  return CHECK_MONTHS.find((month) => !standing.checked.includes(month)) ?? null;
}

/** How many reminders are due by now, for a side that has been waited for since then. */
export function remindersDue(waitsSince: Date, now: Date): number {
  return REMIND_DAYS.filter((days) => daysAfter(waitsSince, days) <= now).length;
}

export function undoUntil(standing: Standing, now: Date): Date | null {
  if (standing.answeredAt === null || !(standing.state === 'accepted' || standing.state === 'declined')) {
    return null;
  }
  const until = new Date(standing.answeredAt.getTime() + UNDO_MINUTES * 60_000);
  return until > now ? until : null;
}

type Move = (standing: Standing, side: Side | 'clock', now: Date) => ExchangeState | null;

const onTurn =
  (to: ExchangeState): Move =>
  (standing, side) =>
    standing.state === 'requested' && standing.awaits === side ? to : null;

/**
 * The state machine: for each step, the state it leads to, or null where this side may not take it now.
 * Drawn in docs/exchanges.md; a test compares both.
 */
const MOVES: Record<Exclude<ExchangeStep, 'ask'>, Move> = {
  'propose-dates': onTurn('requested'),
  accept: onTurn('accepted'),
  decline: onTurn('declined'),
  'undo-answer': (standing, side, now) =>
    standing.answeredBy === side && undoUntil(standing, now) !== null ? 'requested' : null,
  // Who has asked may take it back; afterwards either side ends it, without a reason.
  withdraw: ({ state }, side) =>
    side !== 'clock' && (state === 'requested' ? side === 'asking' : isOpen(state)) ? 'withdrawn' : null,
  expire: ({ state }, side) => (side === 'clock' && state === 'requested' ? 'expired' : null),
  'write-brief': ({ state, size }, side) =>
    side !== 'clock' && size !== 'question' && ['accepted', 'scoping', 'agreed'].includes(state)
      ? 'scoping'
      : null,
  // Who wrote a version has agreed to it, so one more agreement is all of them.
  agree: ({ state, agreedBy }, side) =>
    side !== 'clock' && state === 'scoping' && agreedBy.includes(otherSide(side)) && !agreedBy.includes(side)
      ? 'agreed'
      : null,
  begin: ({ state }, side) => (side !== 'clock' && state === 'agreed' ? 'under-way' : null),
  answer: ({ state, size }, side) =>
    side === 'asked' &&
    (size === 'question' ? ['accepted', 'under-way'].includes(state) : state === 'under-way')
      ? 'under-way'
      : null,
  // She who learns says that it is done; of a question, once there is an answer.
  complete: ({ state, size, hasAnswer }, side) =>
    side === 'asking' && state === 'under-way' && (size !== 'question' || hasAnswer) ? 'completed' : null,
  'check-outcome': (standing, side) => {
    const month = nextCheck(standing);
    if (side !== 'asking' || standing.state !== 'completed' || month === null) return null;
    return month === 12 ? 'outcome-checked' : 'completed';
  },
};

/** Where the step leads, or null where it is not to be taken now by this side. */
export function stateAfter(
  step: Exclude<ExchangeStep, 'ask'>,
  standing: Standing,
  side: Side | 'clock',
  now: Date,
): ExchangeState | null {
  return MOVES[step](standing, side, now);
}

/** Steps that this side may take now, in the order of the machine. */
export function possibleSteps(standing: Standing, side: Side | 'clock', now: Date): ExchangeStep[] {
  return (Object.keys(MOVES) as Exclude<ExchangeStep, 'ask'>[]).filter(
    (step) => stateAfter(step, standing, side, now) !== null,
  );
}

/** Who is waited for after a step. */
export function awaitsAfter(
  step: ExchangeStep,
  to: ExchangeState,
  side: Side | 'clock',
  size: ExchangeSize,
): Side | null {
  if (side === 'clock' || !isOpen(to)) return null;
  if (to === 'requested') return step === 'undo-answer' ? side : otherSide(side);
  if (size === 'question') return to === 'accepted' ? 'asked' : 'asking';
  return step === 'write-brief' ? otherSide(side) : null;
}

/**
 * The kind of evidence that an outcome speaks for, once both cities let it be shown: a result of the practice that
 * another city measured makes it measured, taking it up without one makes it documented by others. Else null.
 */
export function evidenceOf(
  said: Pick<ExchangeOutcome, 'outcome' | 'indicator' | 'baseline' | 'value'>,
): 'measured' | 'documented' | null {
  if (said.outcome === 'not-continued') return null;
  const isMeasured = [said.indicator, said.baseline, said.value].every((text) => text !== '');
  return isMeasured ? 'measured' : 'documented';
}
