import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand, type Effect } from '#lib/core/command.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { takeTurn } from '#lib/core/turns.ts';
import { findNeedId } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { findPracticeId } from '#lib/practices/queries.ts';
import { askCorrectionInput, MOST_IN_AN_HOUR } from './contract.ts';
import { mayHandle } from './policy.ts';
import { type CorrectionRow, insertCorrection, lockCorrection, setCorrectionState } from './store.ts';

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
