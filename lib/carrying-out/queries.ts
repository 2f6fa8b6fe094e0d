import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { exchangeIdInput } from '#lib/exchanges/contract.ts';
import { mayMove } from '#lib/exchanges/policy.ts';
import { readMoving } from '#lib/exchanges/queries.ts';
import type { CarryingOut, PaperInput, PaperKind } from './contract.ts';
import { keepsClearances, possiblePapers } from './rules.ts';
import { type PaperRow, selectClearances, selectPapers } from './store.ts';

/** How an exchange is prepared and carried out, for people of its two cities. @throws SalingError `not-found` */
export const getCarryingOut = defineQuery({
  input: exchangeIdInput,
  run: async (tx, { exchangeId }, { actor }): Promise<CarryingOut> => {
    const { moving, side } = await readMoving(tx, exchangeId, actor);
    if (actor.kind !== 'person') throw notFound();
    const papers = await selectPapers(tx, exchangeId);
    const mayWrite = mayMove(actor, moving) === null;
    const clearances = await selectClearances(tx, exchangeId);
    return {
      side,
      programme: paperOf(papers, 'programme'),
      recommendations: paperOf(papers, 'recommendations'),
      actionPlan: paperOf(papers, 'action-plan'),
      clearances: clearances.map((row) => ({
        ...{ id: row.id, side: row.side, what: row.what, dueOn: row.dueOn },
        doneAt: row.doneAt?.toISOString() ?? null,
      })),
      mayWrite: mayWrite ? possiblePapers(moving.row) : [],
      mayClear: mayWrite && keepsClearances(moving.row),
    };
  },
});

type Items<Kind extends PaperKind> = Extract<PaperInput, { kind: Kind }>['items'];

function paperOf<Kind extends PaperKind>(papers: readonly PaperRow[], kind: Kind) {
  const row = papers.find((paper) => paper.kind === kind);
  if (row === undefined) return null;
  const { version, side, at } = row;
  // The kind decides the form of the items; both were written together.
  return { version, side, at: at.toISOString(), items: row.items as Items<Kind> };
}
