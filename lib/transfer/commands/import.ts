import { z } from 'zod';
import { cityRefs } from '#lib/cities/queries.ts';
import { defineCommand, type Effect } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { putCarried } from '#lib/drafts/commands/carry.ts';
import { writerOf } from '#lib/drafts/commands/spec.ts';
import { mayWrite } from '#lib/drafts/policy.ts';
import { keepCarried } from '#lib/facts/commands/keep.ts';
import type { ImportOutcome } from '#lib/transfer/contract.ts';
import { planRows } from '#lib/transfer/queries/plan.ts';
import { lockImport, lockImports, updateImport } from '#lib/transfer/store.ts';

/**
 * Does what was shown of a file, all of it or nothing: new records become drafts, changes of published ones working
 * copies beside them. A fact becomes a working copy, too, to be stated by who speaks for the city.
 * @param stamp of the plan that was shown
 * @throws SalingError `conflict` with `reason` `done` where it was done already, `changed` where a record is not as
 *   it was shown; `invalid` at `/rows` while a row is refused
 */
export const importProfile = defineCommand({
  name: 'profile.import',
  input: z.object({ id: z.uuid(), stamp: z.string().max(100) }),
  load: async (tx, { id }) => (await lockImport(tx, id)) ?? null,
  policy: (actor, found) => mayWrite(actor, found?.cityId),
  apply: async (tx, { stamp }, found, context): Promise<Effect<ImportOutcome>> => {
    if (found === null) throw notFound();
    const { cityId, id } = found;
    if (found.state === 'done') throw new SalingError('conflict', { params: { reason: 'done' } });
    const slug = (await cityRefs(tx, [cityId])).get(cityId)?.slug;
    if (slug === undefined) throw notFound();
    const writer = { ...writerOf(context, cityId), cityId };
    await lockImports(tx, cityId);
    const { plan, carried, facts } = await planRows(tx, context.actor, { id: cityId, slug }, found.rows, {
      isLocking: true,
    });
    if (plan.stamp !== stamp) throw new SalingError('conflict', { params: { reason: 'changed' } });
    if (plan.counts.refused > 0) {
      throw new SalingError('invalid', { errors: [{ pointer: '/rows', code: 'refused' }] });
    }
    await putCarried(tx, writer, carried);
    await keepCarried(tx, context, slug, facts);
    const { refused: _none, ...counts } = plan.counts;
    const outcome: ImportOutcome = { ...counts, ...(facts.length > 0 ? { facts: facts.length } : {}) };
    await updateImport(tx, id, { state: 'done', rows: [], seen: {}, outcome });
    if (carried.length + facts.length === 0) return { outcome, subject: null };
    const records = [
      ...carried.map(({ kind, key }) => `${kind}:${key}`),
      ...facts.map(({ key }) => `fact:${key}`),
    ];
    return {
      outcome,
      subject: { kind: 'city', id: cityId },
      after: { ...outcome, records, isTrial: writer.isTrial },
      event: {
        stream: `profile:${cityId}`,
        type: 'profile.imported',
        payload: { id: cityId, key: slug, cityId, ...outcome },
      },
    };
  },
});
