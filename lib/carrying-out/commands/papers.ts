import { paperInput } from '#lib/carrying-out/contract.ts';
import { inOrder, possiblePapers } from '#lib/carrying-out/rules.ts';
import { insertPaper, selectPaperVersion } from '#lib/carrying-out/store.ts';
import { SalingError } from '#lib/core/errors.ts';
import { defineWriting, notNow } from './writing.ts';

/**
 * A new version of programme, recommendations or action plan.
 * @throws SalingError `conflict` with the `state` where it is not written now, with reason `out-of-date` where somebody
 * else wrote a version that the writer has not seen
 */
export const writePaper = defineWriting('exchange.write-paper', {
  input: paperInput,
  write: async (tx, given, { moving, side }) => {
    const { exchangeId, kind, version } = given;
    if (!possiblePapers(moving.row).includes(kind)) throw notNow(moving);
    const current = await selectPaperVersion(tx, exchangeId, kind);
    if (current !== version) throw new SalingError('conflict', { params: { reason: 'out-of-date' } });
    const next = current + 1;
    await insertPaper(tx, { exchangeId, kind, version: next, side, items: inOrder(given) });
    return { outcome: { version: next }, after: { kind, version: next } };
  },
});
