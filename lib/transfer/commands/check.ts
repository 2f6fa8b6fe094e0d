import { z } from 'zod';
import { findCityId } from '#lib/cities/queries.ts';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { writerOf } from '#lib/drafts/commands/spec.ts';
import { mayWrite } from '#lib/drafts/policy.ts';
import { slugField } from '#lib/platform/fields.ts';
import { newId } from '#lib/platform/ids.ts';
import { type GivenRow, MAX_IMPORT_ROWS } from '#lib/transfer/contract.ts';
import { planRows } from '#lib/transfer/queries/plan.ts';
import { readOrRefuse } from '#lib/transfer/sheets/read-file.ts';
import { countWaiting, insertImport, lockImports, selectImport } from '#lib/transfer/store.ts';

/** Files of a city that may wait at once for somebody to say "do it". */
const MOST_WAITING = 20;

/**
 * Takes a file with records of one's own city, to be looked at; changes no record. `into` names an earlier file, whose
 * rows are replaced by those of this one that carry their number.
 * @throws SalingError `invalid` at `/file` for what is no such file at all
 */
export const checkFile = defineCommand({
  name: 'profile.check-file',
  input: z.object({
    citySlug: slugField,
    bytes: z.instanceof(Uint8Array),
    into: z.uuid().optional(),
  }),
  load: async (tx, { citySlug, into }) => {
    const cityId = await findCityId(tx, citySlug);
    return { cityId, earlier: into === undefined ? undefined : await selectImport(tx, into) };
  },
  policy: (actor, { cityId }) => mayWrite(actor, cityId),
  apply: async (tx, { citySlug, bytes, into }, { cityId, earlier }, context) => {
    if (cityId === undefined || (into !== undefined && earlier?.cityId !== cityId)) throw notFound();
    const { isTrial } = writerOf(context, cityId);
    const read = readOrRefuse(bytes, citySlug);
    await lockImports(tx, cityId);
    if ((await countWaiting(tx, cityId)) >= MOST_WAITING) throw new SalingError('too-many');
    const rows = earlier === undefined ? read.rows : merged(earlier.rows, read.rows);
    const { seen } = await planRows(tx, context.actor, { id: cityId, slug: citySlug }, rows);
    const id = newId();
    await insertImport(tx, { id, cityId, isTrial, rows, notes: read.notes, seen });
    return { outcome: { id }, subject: null };
  },
});

/** Corrected rows take the places of those that were refused; what has no place comes after. */
function merged(rows: readonly GivenRow[], corrected: readonly GivenRow[]): GivenRow[] {
  const byLine = new Map(corrected.map((row) => [row.line, row]));
  const kept = rows.map((row) => {
    const better = byLine.get(row.line);
    if (better === undefined) return row;
    byLine.delete(row.line);
    // What the correction has no column for stays.
    return better.kind === row.kind ? { ...better, fields: { ...row.fields, ...better.fields } } : better;
  });
  const all = [...kept, ...byLine.values()];
  if (all.length > MAX_IMPORT_ROWS) {
    throw new SalingError('invalid', { errors: [{ pointer: '/file', code: 'too-many-rows' }] });
  }
  return all;
}
