import { notFound, SalingError } from '#lib/core/errors.ts';
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

/** Yes, in a session or by the button of a mail's page. */
export const acceptExchange = defineMove('exchange.accept', {
  input: exchangeIdInput,
  policy: mayMove,
  write: answered,
});

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
  write: async () => ({ answeredBy: null, answeredAt: null }),
});

export const withdrawExchange = defineMove('exchange.withdraw', { input: exchangeIdInput });

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
