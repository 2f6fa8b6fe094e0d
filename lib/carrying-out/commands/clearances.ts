import {
  clearanceChange,
  clearanceIdInput,
  clearanceInput,
  MOST_CLEARANCES,
} from '#lib/carrying-out/contract.ts';
import { keepsClearances } from '#lib/carrying-out/rules.ts';
import {
  type ClearanceRow,
  countClearances,
  deleteClearance,
  insertClearance,
  selectOwnClearance,
  updateClearance,
} from '#lib/carrying-out/store.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { newId } from '#lib/platform/ids.ts';
import { defineWriting, notNow, type Writer } from './writing.ts';

/** @throws SalingError `too-many`, `conflict` where steps at home are not kept any more */
export const addClearance = defineWriting('exchange.add-clearance', {
  input: clearanceInput,
  write: async (tx, { exchangeId, what, dueOn }, { moving, side, cityId }) => {
    if (!keepsClearances(moving.row)) throw notNow(moving);
    if ((await countClearances(tx, exchangeId, cityId)) >= MOST_CLEARANCES) throw new SalingError('too-many');
    const id = newId();
    await insertClearance(tx, { id, exchangeId, cityId, side, what, dueOn });
    return { outcome: { id }, after: { clearance: id } };
  },
});

/** Also what marks a step as done, or as not done after all. */
export const changeClearance = defineWriting('exchange.change-clearance', {
  input: clearanceChange,
  write: async (tx, { clearanceId, ...change }, writer) => {
    const row = await owned(tx, clearanceId, writer);
    await updateClearance(tx, row, change);
    return { outcome: {}, after: { clearance: clearanceId, isDone: change.isDone } };
  },
});

export const removeClearance = defineWriting('exchange.remove-clearance', {
  input: clearanceIdInput,
  write: async (tx, { clearanceId }, writer) => {
    await deleteClearance(tx, await owned(tx, clearanceId, writer));
    return { outcome: {}, after: { clearance: clearanceId } };
  },
});

async function owned(tx: Tx, id: string, { moving, cityId }: Writer): Promise<ClearanceRow> {
  if (!keepsClearances(moving.row)) throw notNow(moving);
  const row = await selectOwnClearance(tx, { exchangeId: moving.row.id, cityId, id });
  if (row === undefined) throw notFound();
  return row;
}
