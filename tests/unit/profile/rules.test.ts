import { describe, expect, it } from 'vitest';
import { dayInMail } from '#lib/platform/day.ts';
import { CONFIRM_DAYS, GRACE_DAYS, WITHDRAWAL_DAYS } from '#lib/profile/contract.ts';
import { daysAfter, fadedBefore, fadesAt, nextStep } from '#lib/profile/rules.ts';

const confirmed = new Date('2026-01-01T00:00:00Z');
const due = daysAfter(confirmed, CONFIRM_DAYS);
const asked = { askedAt: due, fadedAt: null, withdrawalAskedAt: null };
const justBefore = (at: Date) => new Date(at.getTime() - 1);

describe('the next step of a profile', () => {
  it('is none without a statement, and none within half a year', () => {
    expect(nextStep(null, null, due)).toBeNull();
    expect(nextStep(confirmed, null, justBefore(due))).toBeNull();
  });

  it('is to ask after half a year', () => {
    expect(nextStep(confirmed, null, due)).toBe('ask');
  });

  it('leaves the announced days between mail and counting less, also when the mail went late', () => {
    const late = { ...asked, askedAt: daysAfter(due, 400) };
    expect(nextStep(confirmed, late, justBefore(daysAfter(late.askedAt, GRACE_DAYS)))).toBeNull();
    expect(nextStep(confirmed, late, fadesAt(late))).toBe('fade');
  });

  it('is to ask about withdrawal half a year later, once', () => {
    const faded = { ...asked, fadedAt: fadesAt(asked) };
    const last = daysAfter(faded.fadedAt, WITHDRAWAL_DAYS);
    expect(nextStep(confirmed, faded, justBefore(last))).toBeNull();
    expect(nextStep(confirmed, faded, last)).toBe('ask-withdrawal');
    expect(nextStep(confirmed, { ...faded, withdrawalAskedAt: last }, daysAfter(last, 999))).toBeNull();
  });

  it('is to close as soon as everything was confirmed or withdrawn', () => {
    expect(nextStep(daysAfter(due, 1), asked, daysAfter(due, 2))).toBe('close');
    expect(nextStep(null, asked, due)).toBe('close');
  });
});

describe('what counts less', () => {
  it('is nothing before the step was taken, then what was older than half a year', () => {
    expect(fadedBefore(asked)).toBeNull();
    expect(fadedBefore({ fadedAt: due })).toEqual(confirmed);
  });
});

it('names a day in the order of the region, by the clock of the city', () => {
  const at = new Date('2026-07-01T23:00:00Z');
  expect(dayInMail(at, 'en', 'Asia/Jakarta')).toBe('2 July 2026');
  expect(dayInMail(at, 'id', 'Asia/Jakarta')).toBe('2 Juli 2026');
});
