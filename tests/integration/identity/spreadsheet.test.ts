import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { importInvitations, previewInvitations } from '#lib/identity/commands/import-invitations.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const people = {} as Record<'agmf' | 'mgmac' | 'head', Context>;
beforeAll(async () => {
  people.agmf = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  people.mgmac = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
});

const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const SHEET = [
  'Kota;Peran;Alamat surel;Nama;Surat;Dari;Sampai',
  'Bandung;narahubung;sari@bandung.example;"Sari; S.T.";180/12;2026-12-01;2027-11-30',
  'city:malang;deputy focal point;wayan@malang.example;;;;',
  'observer:Bank of Samples;observer;desk@bank.example;สมใจ;;;',
].join('\r\n');
const count = async (table: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};
const send = (context: Context, text: string, commandId = newId()) =>
  importInvitations(context, commandId, { text });

describe('a spreadsheet is refused', () => {
  it('from a visitor and from an office', async () => {
    await expect(send(visitor, SHEET)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(send(people.head, SHEET)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(previewInvitations(people.head, { text: SHEET })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it.each([
    ['without rows', 'office,role,email\n', 'no-rows'],
    ['without names of columns', 'bandung,focal-point,a@b.example\n', 'no-head'],
    ['with a quote that never ends', 'office,role,email\n"bandung,focal-point,a@b.example\n', 'not-a-table'],
    ['over 64 kB', `office,role,email\n${'x'.repeat(65_536)}`, 'too-big'],
    ['over 500 rows', `office,role,email\n${'bandung,staff,a@b.example\n'.repeat(501)}`, 'too-big'],
  ])('%s', async (_what, text, code) => {
    const errors = [{ pointer: '/text', code }];
    await expect(send(people.agmf, text)).rejects.toMatchObject({ code: 'invalid', errors });
  });

  it('as a whole when one row is wrong, and says which and why', async () => {
    const text = `office,role,email,to\nmalang,staff,ok@malang.example,\njakarta,focal-point,a@b.example,
nowhere,staff,a@b.example,\nbandung,observer,a@b.example,\nbandung,staff,nobody,tomorrow\nmalang,staff,OK@malang.example,`;
    await expect(send(people.agmf, text)).rejects.toMatchObject({
      code: 'invalid',
      errors: [
        { pointer: '/rows/3/office', code: 'not-served' },
        { pointer: '/rows/4/office', code: 'unknown-value' },
        { pointer: '/rows/5/role', code: 'wrong-role' },
        { pointer: '/rows/6/email', code: 'wrong-address' },
        { pointer: '/rows/6/toOn', code: 'wrong-value' },
        { pointer: '/rows/7/row', code: 'repeated' },
      ],
    });
    expect(await count('invitation')).toBe(0);
    const rows = await previewInvitations(people.agmf, { text });
    expect(rows.map(({ state }) => state)).toEqual(['new', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
  });

  it('naming all that is wrong with a row, not its first fault only', async () => {
    const text = `office,role,email,from,to\nnowhere,staff,nobody,,tomorrow\nhoi-an,emperor,a@b.example,,`;
    const rows = await previewInvitations(people.agmf, { text });
    const said = rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`).sort());
    expect(said).toEqual([
      ['email wrong-address', 'office unknown-value', 'toOn wrong-value'],
      ['office former-city', 'role wrong-value'],
    ]);
  });

  it('for a city of the other forum, in both directions', async () => {
    const row = (city: string) => `office,role,email\n${city},staff,a@${city}.example`;
    await expect(send(people.mgmac, row('bandung'))).rejects.toMatchObject({
      errors: [{ pointer: '/rows/2/office', code: 'not-served' }],
    });
    await expect(send(people.agmf, row('jakarta'))).rejects.toMatchObject({
      errors: [{ pointer: '/rows/2/office', code: 'not-served' }],
    });
  });
});

describe('a spreadsheet with semicolons and Indonesian heads', () => {
  it('shows what would happen and changes nothing', async () => {
    const rows = await previewInvitations(people.agmf, { text: SHEET });
    expect(rows.map(({ line, office, state }) => [line, office, state])).toEqual([
      [2, 'Bandung', 'new'],
      [3, 'Malang', 'new'],
      [4, 'Bank of Samples', 'new'],
    ]);
    expect(await count('invitation')).toBe(0);
  });

  it('invites everybody once, also when it is sent twice at once, and again', async () => {
    const commandId = newId();
    const both = await Promise.all([
      send(people.agmf, SHEET, commandId),
      send(people.agmf, SHEET, commandId),
    ]);
    expect(both[0]).toMatchObject({ made: 3, rows: 3 });
    expect(both[1]).toEqual(both[0]);
    expect(await send(people.agmf, SHEET)).toEqual({ made: 0, rows: 3, ids: [] });
    expect(await count('invitation')).toBe(3);
    expect(await count("event where type = 'invitation.made'")).toBe(1);
    const [row] =
      await sql`select name, from_on::text, letter_reference from invitation where role = 'focal-point'`;
    expect(row).toEqual({ name: 'Sari; S.T.', from_on: '2026-12-01', letter_reference: '180/12' });
    const rows = await previewInvitations(people.agmf, { text: SHEET });
    expect(rows.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });
});
