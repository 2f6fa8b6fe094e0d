import { textOfItem } from '#components/exchanges/paper-fields.ts';
import { writePaper } from '#lib/carrying-out/commands/papers.ts';
import type { CarryingOut, PaperInput, PaperKind } from '#lib/carrying-out/contract.ts';
import { getCarryingOut } from '#lib/carrying-out/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';

type Item = Record<string, string>;
type Given = { exchangeId: string; kind: PaperKind; was: string; item: Item | null };

/** The items of a paper as it stands now. */
export function itemsOf(carrying: CarryingOut, kind: PaperKind): { version: number; items: Item[] } {
  const { programme, recommendations, actionPlan } = carrying;
  const paper = { programme, recommendations, 'action-plan': actionPlan }[kind];
  return { version: paper?.version ?? 0, items: paper?.items ?? [] };
}

/**
 * Writes the next version of a paper, with one item new (`was` empty), in the place of another, or gone (`item` null).
 * Two who change different items do not meet, and the same press twice counts once.
 * @throws SalingError `conflict` with the reason `item-changed` where the item that was shown is not there any more
 */
export async function writeItem(context: Context, commandId: string, given: Given): Promise<void> {
  const { exchangeId, kind, was, item } = given;
  const { version, items } = itemsOf(await getCarryingOut(context, { exchangeId }), kind);
  const place = was === '' ? items.length : items.findIndex((one) => textOfItem(one) === was);
  const isGone = place < 0;
  const next = isGone ? items : items.toSpliced(place, 1, ...(item === null ? [] : [item]));
  try {
    // The core reads every item anew and refuses what is none. A version that nobody has seen lets only a press
    // through that has been carried out already.
    const seen = isGone ? version + 1 : version;
    const input = { exchangeId, kind, version: seen, items: next } as unknown as PaperInput;
    await writePaper(context, commandId, input);
  } catch (error) {
    if (!(error instanceof SalingError)) throw error;
    const isOvertaken = error.params.reason === 'out-of-date';
    throw isGone && isOvertaken ? itemChanged() : ofOneItem(error);
  }
}

const itemChanged = () => new SalingError('conflict', { params: { reason: 'item-changed' } });

/** `/items/3/on` is `/on` of the form, which holds one item. */
function ofOneItem(error: SalingError): SalingError {
  if (error.code !== 'invalid') return error;
  const errors = error.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/items\/\d+/, '') }));
  return new SalingError('invalid', { errors });
}
