import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  agreeInput,
  briefInput,
  exchangeIdInput,
  otherDatesInput,
  outcomeInput,
  writtenAnswerInput,
} from '#lib/exchanges/contract.ts';
import type { Moving } from '#lib/exchanges/listing/shapes.ts';
import { mayMove } from '#lib/exchanges/policy.ts';
import { nextCheck } from '#lib/exchanges/rules.ts';
import { insertAgreement, insertAnswer, insertBrief, insertOutcome } from '#lib/exchanges/store.ts';
import { wantedMonths } from '#lib/hosting/rules.ts';
import { releasePlace, takePlace } from '#lib/hosting/store.ts';
import { newId } from '#lib/platform/ids.ts';
import { defineMove } from './move.ts';

/** Somebody else wrote meanwhile: nothing is overwritten, the writer meets the newer text. */
const outOfDate = () => new SalingError('conflict', { params: { reason: 'out-of-date' } });

const answered = async (
  _tx: unknown,
  _input: unknown,
  { now }: Moving,
  { side }: { side: 'asking' | 'asked' },
) => ({
  answeredBy: side,
  answeredAt: now,
});

/**
 * Yes, in a session or by the button of a mail's page. A talk or visit takes a place of the city that is asked, where
 * that has said how many it hosts; a written answer takes none.
 * @throws SalingError `conflict` with the reason `no-free-place`: the request waits on, for other dates or more places
 */
export const acceptExchange = defineMove('exchange.accept', {
  input: exchangeIdInput,
  policy: mayMove,
  write: async (tx, input, moving, by) => {
    const { row, now } = moving;
    const said = await answered(tx, input, moving, by);
    if (row.size === 'question') return said;
    const month = await takePlace(tx, row.id, wantedMonths(row.dates, now));
    if (month === null) throw new SalingError('conflict', { params: { reason: 'no-free-place' } });
    return { ...said, hostedMonth: month === 0 ? null : month };
  },
});

/** The place that it held is free again. */
async function giveBack(tx: Tx, { row }: Moving): Promise<{ hostedMonth: null }> {
  if (row.hostedMonth !== null) await releasePlace(tx, row.id);
  return { hostedMonth: null };
}

/** No, which needs no reason. */
export const declineExchange = defineMove('exchange.decline', {
  input: exchangeIdInput,
  policy: mayMove,
  write: answered,
});

/** Yes, but on other days: the other side answers next. */
export const proposeDates = defineMove('exchange.propose-dates', {
  input: otherDatesInput,
  policy: mayMove,
  write: async (_tx, { dates }) => ({ dates }),
});

/** Takes back an answer that the other side has had no mail about yet; by the link of the mail, too. */
export const undoAnswer = defineMove('exchange.undo-answer', {
  input: exchangeIdInput,
  policy: mayMove,
  write: async (tx, _input, moving) => ({
    ...(await giveBack(tx, moving)),
    answeredBy: null,
    answeredAt: null,
  }),
});

export const withdrawExchange = defineMove('exchange.withdraw', {
  input: exchangeIdInput,
  write: (tx, _input, moving) => giveBack(tx, moving),
});

/** Who writes a version agrees to it; what was agreed to before is open again. */
export const writeBrief = defineMove('exchange.write-brief', {
  input: briefInput,
  write: async (tx, { exchangeId, briefVersion, content }, { brief }, { side }) => {
    const current = brief?.version ?? 0;
    if (briefVersion !== current) throw outOfDate();
    const version = current + 1;
    await insertBrief(tx, { exchangeId, version, side, content });
    await insertAgreement(tx, { exchangeId, version, side });
    return {};
  },
});

export const agreeToBrief = defineMove('exchange.agree', {
  input: agreeInput,
  write: async (tx, { exchangeId, briefVersion }, { brief }, { side }) => {
    if (brief === null) throw notFound();
    if (brief.version !== briefVersion) throw outOfDate();
    await insertAgreement(tx, { exchangeId, version: briefVersion, side });
    return {};
  },
});

export const beginExchange = defineMove('exchange.begin', { input: exchangeIdInput });

export const writeAnswer = defineMove('exchange.answer', {
  input: writtenAnswerInput,
  write: async (tx, { exchangeId, version, text }, { row }, { side, language }) => {
    if (row.version !== version) throw outOfDate();
    await insertAnswer(tx, { id: newId(), exchangeId, side, text, language });
    return {};
  },
});

export const completeExchange = defineMove('exchange.complete', {
  input: exchangeIdInput,
  write: async (_tx, _input, { now }) => ({ completedAt: now }),
});

/** What came of it, in the order of the two checks. @throws SalingError `conflict` for the other one */
export const checkOutcome = defineMove('exchange.check-outcome', {
  input: outcomeInput,
  write: async (tx, given, { row, standing }, { language }) => {
    const { exchangeId, month, isShown, ...said } = given;
    if (nextCheck(standing) !== month) throw new SalingError('conflict', { params: { state: row.state } });
    const { askingCityId, askedCityId, isTrial, practiceId } = row;
    await insertOutcome(tx, {
      ...{ exchangeId, month, askingCityId, askedCityId, isTrial, practiceId, language, ...said },
      isShownByAsking: isShown,
    });
    return {};
  },
});
