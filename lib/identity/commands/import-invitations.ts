import { z } from 'zod';
import type { Actor, Role } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import type { Context } from '#lib/core/context.ts';
import { type ErrorCode, SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  inviteInput,
  officeField,
  ROLES_AT,
  roleField,
  SHEET_FIELDS,
  type SheetField,
  type SheetRow,
} from '#lib/identity/contract.ts';
import { mayInvite, type ServedOffice } from '#lib/identity/policy.ts';
import { isOfficer, referenceOf } from '#lib/identity/rules.ts';
import { readSheet } from '#lib/identity/sheets/read-sheet.ts';
import { hasRole, selectOpenOffer } from '#lib/identity/store/invitations.ts';
import { selectAllOffices } from '#lib/identity/store/offices.ts';
import { findOffice, offer, offeredEffect } from './invite.ts';

type Given = z.output<typeof inviteInput>;
type Checked = { row: SheetRow; given: Given | null; office: ServedOffice | null };

const sheetInput = z.object({ text: z.string() });

/** @throws SalingError `invalid` at `/text` for what is no such table at all */
async function checkSheet(tx: Tx, actor: Actor, text: string): Promise<Checked[]> {
  const sheet = readSheet(text);
  if ('problem' in sheet) {
    throw new SalingError('invalid', { errors: [{ pointer: '/text', code: sheet.problem }] });
  }
  const offices = await selectAllOffices(tx);
  const byName = new Map(offices.map((office) => [office.name.toLowerCase(), referenceOf(office)]));
  const bySlug = new Map(offices.map((office) => [office.citySlug ?? '', referenceOf(office)]));
  const seen = new Set<string>();
  const checked: Checked[] = [];
  for (const { line, values } of sheet.rows) {
    const name = (values.office ?? '').toLowerCase();
    const office = byName.get(name) ?? bySlug.get(name) ?? values.office ?? '';
    const one = await checkRow(tx, actor, line, { ...values, office });
    const key = `${office}|${one.row.role}|${one.row.email}`;
    if (seen.has(key))
      one.row = { ...one.row, state: 'wrong', problems: [{ field: 'row', code: 'repeated' }] };
    seen.add(key);
    checked.push(one);
  }
  return checked;
}

async function checkRow(
  tx: Tx,
  actor: Actor,
  line: number,
  values: Partial<Record<SheetField, string>>,
): Promise<Checked> {
  const { office: name = '', role = '', email = '' } = values;
  const wrong = (problems: SheetRow['problems']): Checked => ({
    row: { line, office: name, role, email, state: 'wrong', problems },
    given: null,
    office: null,
  });
  const parsed = inviteInput.safeParse({ ...values, office: name, email });
  const problems: SheetRow['problems'] = (parsed.error?.issues ?? []).map((issue) => ({
    field: SHEET_FIELDS.find((field) => field === issue.path[0]) ?? 'row',
    code: issue.code === 'custom' ? String(issue.params?.code ?? 'wrong-value') : 'wrong-value',
  }));
  // Whatever else is wrong with the row: one look at the preview names all of it.
  const reference = officeField.safeParse(name).data;
  const office = reference && (await findOffice(tx, reference));
  const asked = roleField.safeParse(values.role).data;
  const about = reference === undefined ? null : problemOf(actor, office, asked);
  if (about !== null) problems.push(about);
  if (problems.length > 0 || !parsed.success || office === undefined) return wrong(problems);
  const given = parsed.data;
  const state = await stateOf(tx, office, given);
  return {
    row: { line, office: office.name, role: given.role, email: given.email, state, problems: [] },
    given,
    office,
  };
}

function problemOf(
  actor: Actor,
  office: ServedOffice | undefined,
  role: Role | undefined,
): SheetRow['problems'][number] | null {
  if (office === undefined) return { field: 'office', code: 'unknown-value' };
  if (office.isFormer) return { field: 'office', code: 'former-city' };
  if (role === undefined) return null;
  if (!ROLES_AT[office.kind].includes(role)) return { field: 'role', code: 'wrong-role' };
  return mayInvite(actor, office, role) === null ? null : { field: 'office', code: 'not-served' };
}

async function stateOf(tx: Tx, office: ServedOffice, given: Given): Promise<SheetRow['state']> {
  if (office.id === '') return 'new';
  const same = { organisationId: office.id, role: given.role, email: given.email };
  if (await hasRole(tx, same)) return 'held';
  const open = await selectOpenOffer(tx, same, false);
  return open === undefined || open.isExpired ? 'new' : 'open';
}

/** Spreadsheets are for secretariats; what each row may do is asked of each row. */
function mayImport(actor: Actor): ErrorCode | null {
  if (actor.kind === 'job' || isOfficer(actor)) return null;
  return actor.kind === 'person' ? 'not-allowed' : 'not-signed-in';
}

/** What a spreadsheet would do, row by row; changes nothing. */
export const previewInvitations = defineQuery({
  input: sheetInput,
  run: async (tx, { text }, { actor }): Promise<SheetRow[]> => {
    const refusal = mayImport(actor);
    if (refusal !== null) throw new SalingError(refusal);
    return (await checkSheet(tx, actor, text)).map(({ row }) => row);
  },
});

/**
 * Invites everybody in a spreadsheet, or nobody. The same rows again change nothing.
 * @throws SalingError `not-signed-in`, `invalid` with the wrong fields at `/rows/LINE/FIELD`
 */
export const importInvitations = defineCommand({
  name: 'invitation.import',
  input: sheetInput,
  load: async () => null,
  policy: mayImport,
  apply: async (tx, { text }, _nothing, context) => {
    const checked = await checkSheet(tx, context.actor, text);
    const errors = checked.flatMap(({ row }) =>
      row.problems.map(({ field, code }) => ({ pointer: `/rows/${row.line}/${field}`, code })),
    );
    if (errors.length > 0) throw new SalingError('invalid', { errors });
    const made = await offerAll(tx, context, checked);
    return offeredEffect({ made: made.length, rows: checked.length, ids: made }, made, { made: made.length });
  },
});

async function offerAll(tx: Tx, context: Context, checked: readonly Checked[]): Promise<string[]> {
  const made: string[] = [];
  for (const { given } of checked) {
    // Found anew: an earlier row may have added this observer.
    const office = given === null ? undefined : await findOffice(tx, given.office);
    if (given === null || office === undefined) throw new SalingError('conflict');
    const offered = await offer(tx, context, office, given);
    if (offered.state === 'made') made.push(offered.id);
  }
  return made;
}
