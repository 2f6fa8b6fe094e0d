import { describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { jobContext } from '#lib/core/context.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import { appointDirectly } from '#lib/identity/commands/appoint.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { getMyData } from '#lib/identity/queries/account.ts';
import { listToConfirm } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const job = jobContext('test');

const NAMES: Record<string, string> = {
  'one word': 'Sukarno',
  'one letter': 'O',
  honorifics: 'Dr. H. Ir. Raden Mas Suryo, S.H., M.Hum. (alm.)',
  'a Malay title': 'Dato’ Sri Hj. Nor-Aini binti Abdul Rahman',
  'an apostrophe': "Maria D'Souza-O'Brien",
  Thai: 'นางสาวสุนิสา ใจดี',
  Burmese: 'ဒေါ်ခင်မာလာ',
  Khmer: 'លោកស្រី សុខ វិបុល',
  Lao: 'ທ້າວ ສົມພອນ ວົງສາ',
  Vietnamese: 'Nguyễn Thị Ánh Tuyết',
  'Vietnamese in parts': 'Nguyễn Thị Ánh Tuyết'.normalize('NFD'),
  'right to left': 'محمد بن عبد الله',
  'right to left with marks of direction': '\u200Fמשה\u200E Cohen',
  'a mark that turns the line around': '\u202Etcejorp',
  'an isolation that is never closed': '\u2067Ali \u2066Baba',
  'a joiner between letters': 'نامه\u200Cای',
  'signs of markup': '<img src=x onerror=alert(1)> & "Co" {name}',
  'words of a spreadsheet': '=HYPERLINK("http://evil.example")',
  'letters of two code units': '𠮷野 𝒜',
  '500 letters': 'ក'.repeat(500),
};

/** Invited, taken by the link under this name, as the invited person. */
async function join(name: string): Promise<{ email: string; personId: string }> {
  const email = `${newId()}@office.example`;
  const { id } = await inviteToOffice(officer, newId(), {
    office: 'city:bandung',
    role: 'staff',
    email,
    name,
  });
  const link: Context = {
    actor: { kind: 'link', purpose: 'invitation', subject: id, personId: null },
    language: 'en',
    requestId: 'test',
  };
  const { personId } = await acceptInvitation(link, newId(), { invitationId: id, name });
  return { email, personId };
}

describe('a name is kept letter by letter', () => {
  it.each(Object.entries(NAMES))('%s', async (_what, name) => {
    const { personId } = await join(name);
    expect(await sql`select name from person where id = ${personId}`).toEqual([{ name }]);
    const [invitation] =
      await sql`select name from invitation where state = 'accepted' order by id desc limit 1`;
    expect(invitation).toEqual({ name });
    expect((await listToConfirm(officer, {})).find((one) => one.personId === personId)?.name).toBe(name);
  });

  it('and read by its owner as she wrote it', async () => {
    const name = NAMES['an isolation that is never closed'] ?? '';
    const { actor } = (await signIn({ city: 'bandung' }, 'staff')).context;
    await sql`update person set name = ${name} where id = ${actor.personId}`;
    const herself = { ...officer, actor };
    expect((await getMyData(herself)).person.name).toBe(name);
  });
});

describe('a name is refused, and the field is named', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\u3000 '],
    ['nothing that can be seen', '\u200B\u202E\u2060'],
    ['marks only', '... - ...'],
    ['more than 500 letters', 'a'.repeat(501)],
  ])('%s', async (_what, name) => {
    const refused = appointDirectly(job, newId(), {
      organisationId: officer.actor.appointments[0]?.organisationId ?? '',
      role: 'staff',
      email: 'somebody@office.example',
      name,
      fromOn: '2026-01-01',
    });
    await expect(refused).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/name' }] });
    expect(await sql`select 1 from person where email = 'somebody@office.example'`).toEqual([]);
  });
});

describe('a name begins no line of its own', () => {
  it('not in what is kept: line ends and other controls become a blank', async () => {
    const { personId } = await join('Sari\r\nBcc: all@evil.example\u0000\u0085x');
    expect(await sql`select name from person where id = ${personId}`).toEqual([
      { name: 'Sari Bcc: all@evil.example x' },
    ]);
  });

  it('not in a mail: people’s names are in none, and a body’s name stays on its line', async () => {
    const body = 'Bank\r\nBcc: all@evil.example\r\n\r\n<b>Free</b>';
    const email = 'observer@bank.example';
    await inviteToOffice(officer, newId(), {
      office: `observer:${body}`,
      role: 'observer',
      email,
      name: 'Zyxwv Qponm',
    });
    await runJobs(url);
    const [mail] = await mailsTo(email);
    expect(mail?.words.subject).toContain('Bank Bcc: all@evil.example <b>Free</b>');
    expect(mail?.words.subject).not.toMatch(/[\r\n]/);
    expect(JSON.stringify(mail)).not.toContain('Zyxwv');
  });
});
