import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand, type Effect } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { takeTurn } from '#lib/core/turns.ts';
import { findNeedCity, findNeedId } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { findPracticeCity, findPracticeId } from '#lib/practices/queries.ts';
import { answerCorrectionInput, askCorrectionInput, MOST_IN_AN_HOUR } from './contract.ts';
import { isAskedAtTrial, mayAnswer, mayHandle } from './policy.ts';
import {
  type CorrectionRow,
  insertCorrection,
  lockCorrection,
  setCityAnswer,
  setCorrectionState,
} from './store.ts';

/**
 * Keeps a reader's wish to correct or remove a compiled record, for the secretariat to read.
 * @throws SalingError `not-found` when the reader cannot see the record, `invalid` for a wrong field, `too-many`
 * when as many came from the same place within the hour
 */
export const askCorrection = defineCommand({
  name: 'correction.ask',
  input: askCorrectionInput,
  load: async (tx, input) => {
    switch (input.recordKind) {
      case 'city':
        return findCityId(tx, input.recordKey);
      case 'practice':
        return findPracticeId(tx, input.recordKey);
      case 'need':
        return findNeedId(tx, input.recordKey);
    }
  },
  policy: (_actor, recordId) => (recordId === undefined ? 'not-found' : null),
  apply: async (tx, input, recordId, context) => {
    await takeTurn(tx, 'correction.ask', context, MOST_IN_AN_HOUR);
    const id = newId();
    await insertCorrection(tx, {
      id,
      recordKind: input.recordKind,
      recordKey: input.recordKey,
      wish: input.wish,
      message: input.message,
      office: input.office ?? null,
      email: input.email ?? null,
      isTrial: isAskedAtTrial(context.actor),
    });
    return {
      outcome: { id },
      subject: { kind: 'correction', id },
      after: { recordKind: input.recordKind, recordId, wish: input.wish },
      event: {
        stream: `correction:${id}`,
        type: 'correction.asked',
        payload: { id, recordKind: input.recordKind, recordKey: input.recordKey },
      },
    };
  },
});

/** Nothing is left to do about it. For the secretariat that serves the record's city. */
export const closeCorrection = defineCommand({
  name: 'correction.close',
  input: z.object({ correctionId: z.uuid() }),
  load: (tx, { correctionId }) => lockCorrection(tx, correctionId),
  policy: mayHandle,
  apply: (tx, _input, found) => move(tx, found, 'done'),
});

/** Undoes that. */
export const reopenCorrection = defineCommand({
  name: 'correction.reopen',
  input: z.object({ correctionId: z.uuid() }),
  load: (tx, { correctionId }) => lockCorrection(tx, correctionId),
  policy: mayHandle,
  apply: (tx, _input, found) => move(tx, found, 'open'),
});

/** What the city says to it. It stays among what the secretariat reads, which closes it. */
export const answerCorrection = defineCommand({
  name: 'correction.answer',
  input: answerCorrectionInput,
  load: async (tx, { correctionId }) => {
    const found = await lockCorrection(tx, correctionId);
    return found === undefined ? null : { found, cityId: await cityOf(tx, found) };
  },
  policy: mayAnswer,
  apply: async (tx, { answer }, loaded) => {
    if (loaded === null) throw notFound();
    const { id, cityAnswer: before, state } = loaded.found;
    const after = answer === 'open' ? null : answer;
    if (before === after) return { outcome: { changed: false }, subject: null };
    if (state !== 'open') throw new SalingError('conflict', { params: { state } });
    await setCityAnswer(tx, id, after);
    return {
      outcome: { changed: true },
      subject: { kind: 'correction', id },
      before: { answer: before },
      after: { answer: after },
      event: { stream: `correction:${id}`, type: 'correction.answered', payload: { id } },
    };
  },
});

/** The city that a request is about, where the actor sees its record, withdrawn ones of one's own included. */
async function cityOf(tx: Tx, { recordKind, recordKey }: CorrectionRow): Promise<string | undefined> {
  switch (recordKind) {
    case 'city':
      return findCityId(tx, recordKey);
    case 'practice':
      return findPracticeCity(tx, recordKey);
    case 'need':
      return findNeedCity(tx, recordKey);
  }
}

async function move(
  tx: Tx,
  found: CorrectionRow | undefined,
  state: CorrectionRow['state'],
): Promise<Effect<{ changed: boolean }>> {
  if (found === undefined || found.state === state) return { outcome: { changed: false }, subject: null };
  const { id } = found;
  await setCorrectionState(tx, id, state);
  const type = state === 'done' ? 'correction.closed' : 'correction.reopened';
  return {
    outcome: { changed: true },
    subject: { kind: 'correction', id },
    before: { state: found.state },
    after: { state },
    event: { stream: `correction:${id}`, type, payload: { id } },
  };
}
