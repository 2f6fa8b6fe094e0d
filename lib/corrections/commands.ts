import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { takeTurn } from '#lib/core/turns.ts';
import { findNeedId } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { findPracticeId } from '#lib/practices/queries.ts';
import { askCorrectionInput, MOST_IN_AN_HOUR } from './contract.ts';
import { insertCorrection } from './store.ts';

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
