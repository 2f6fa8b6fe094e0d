import { z } from 'zod';
import { cityRefs } from '#lib/cities/queries.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { mayWrite } from '#lib/drafts/policy.ts';
import { slugField } from '#lib/platform/fields.ts';
import {
  CARRIED,
  type ImportPlan,
  type ImportSeen,
  REFUSED_ROW,
  REFUSED_WHY,
  ROW_KINDS,
  type RowKind,
  type RowProblem,
} from '#lib/transfer/contract.ts';
import { columnOf, textOf } from '#lib/transfer/rules.ts';
import { readOrRefuse } from '#lib/transfer/sheets/read-file.ts';
import { type ImportRow, selectImport } from '#lib/transfer/store.ts';
import { ownCity, planRows } from './plan.ts';

const one = z.object({ id: z.uuid() });

/** What a file that was taken would do now. @throws SalingError `not-found` */
export const getImport = defineQuery({
  input: one,
  run: async (tx, { id }, context): Promise<ImportSeen> => {
    const { found, city } = await ownImport(tx, context, id);
    const { plan } = await planRows(tx, context.actor, city, found.rows, { seen: found.seen });
    return { ...plan, id, notes: found.notes, state: found.state, outcome: found.outcome };
  },
});

/** The same of a file that is not kept, for the command line. @throws SalingError `invalid` at `/file` */
export const previewFile = defineQuery({
  input: z.object({ citySlug: slugField, bytes: z.instanceof(Uint8Array) }),
  run: async (tx, { citySlug, bytes }, context): Promise<ImportPlan> => {
    const city = await ownCity(tx, context.actor, citySlug);
    const { rows, notes } = readOrRefuse(bytes, citySlug);
    return { ...(await planRows(tx, context.actor, city, rows)).plan, notes };
  },
});

/**
 * The refused rows as they came, each with its number and what is wrong: to be corrected and sent again.
 * @param say a problem in the reader's words
 */
export function listRefused(
  context: Parameters<typeof getRefusedRows>[0],
  id: string,
  say: (problem: RowProblem, kind: RowKind) => string,
): Promise<string[][]> {
  return getRefusedRows(context, { id }).then(({ rows, problems }) => {
    const all = new Set<string>(ROW_KINDS.flatMap((kind) => CARRIED[kind]));
    const fields = [...all].filter((field) => rows.some((row) => row.fields[field] !== undefined));
    const head = [REFUSED_ROW, REFUSED_WHY, 'kind', 'id', 'language', ...fields.map(columnOf)];
    const lines = rows.map((row) => [
      String(row.line),
      (problems.get(row.line) ?? []).map((problem) => say(problem, row.kind)).join(' '),
      row.kind,
      row.id,
      row.language ?? '',
      ...fields.map((field) => textOf(row.fields[field])),
    ]);
    return [head, ...lines];
  });
}

const getRefusedRows = defineQuery({
  input: one,
  run: async (tx, { id }, context) => {
    const { found, city } = await ownImport(tx, context, id);
    const { plan } = await planRows(tx, context.actor, city, found.rows);
    const refused = plan.rows.filter(({ state }) => state === 'refused');
    const problems = new Map(refused.map((row) => [row.line, row.problems]));
    return { rows: found.rows.filter(({ line }) => problems.has(line)), problems };
  },
});

async function ownImport(
  tx: Parameters<typeof selectImport>[0],
  { actor }: Parameters<typeof getRefusedRows>[0],
  id: string,
): Promise<{ found: ImportRow; city: { id: string; slug: string } }> {
  const found = await selectImport(tx, id);
  if (found === undefined || mayWrite(actor, found.cityId) !== null) throw notFound();
  const slug = (await cityRefs(tx, [found.cityId])).get(found.cityId)?.slug;
  if (slug === undefined) throw notFound();
  return { found, city: { id: found.cityId, slug } };
}
