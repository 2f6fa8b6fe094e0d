import { CONFIRM_DAYS, GRACE_DAYS, WITHDRAWAL_DAYS } from './contract.ts';

const DAY = 86_400_000;

export type Round = { askedAt: Date; fadedAt: Date | null; withdrawalAskedAt: Date | null };

/** `ask` announces `fade`, which announces `ask-withdrawal`; `close`: somebody has confirmed it meanwhile. */
export type Step = 'ask' | 'fade' | 'ask-withdrawal' | 'close';

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

export const dueAt = (confirmedAt: Date): Date => daysAfter(confirmedAt, CONFIRM_DAYS);
export const fadesAt = (round: Round): Date => round.fadedAt ?? daysAfter(round.askedAt, GRACE_DAYS);
export const asksWithdrawalAt = (fadedAt: Date): Date => daysAfter(fadedAt, WITHDRAWAL_DAYS);

/**
 * What is due for a profile now. Every step counts from the one before, so that a late job shortens no notice.
 * @param oldest the oldest confirmation among what the city says itself
 */
export function nextStep(oldest: Date | null, round: Round | null, now: Date): Step | null {
  const isDue = oldest !== null && dueAt(oldest) <= now;
  if (round === null) return isDue ? 'ask' : null;
  if (!isDue) return 'close';
  if (round.fadedAt === null) return fadesAt(round) <= now ? 'fade' : null;
  if (round.withdrawalAskedAt !== null) return null;
  return asksWithdrawalAt(round.fadedAt) <= now ? 'ask-withdrawal' : null;
}

/** Confirmations before this moment count less, once a round has come so far; else null. */
export function fadedBefore(round: Pick<Round, 'fadedAt'>): Date | null {
  return round.fadedAt === null ? null : daysAfter(round.fadedAt, -CONFIRM_DAYS);
}
