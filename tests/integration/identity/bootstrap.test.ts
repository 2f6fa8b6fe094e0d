import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { importCity } from '#lib/cities/commands.ts';
import { jobContext } from '#lib/core/context.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import { newId } from '#lib/platform/ids.ts';
import { runToEnd } from '#tests/faults/start-process.ts';
import { cityFile } from '#tests/integration/permissions/seed-inputs.ts';
import { type Said, saling } from '#tests/support/command-line.ts';
import { testDatabase } from '#tests/support/database.ts';
import { linkAndCode } from '#tests/support/mail-server.ts';
import { productionSite, TEST_SECRET } from '#tests/support/production.ts';
import { titleOf, Visitor } from '#tests/support/visitor.ts';

// PostgreSQL as a plain server behind DATABASE_URL, empty but for its tables; a real mail server; the real commands.
const { sql, url } = await testDatabase();
const OFFICER = 'first@secretariat.example';
const settings: Record<string, string> = { DATABASE_URL: url, SALING_SECRET: TEST_SECRET };
let first: Said[];
let link = '';

const { site, mail } = await productionSite(url);
settings.SMTP_URL = mail.url;
settings.SALING_URL = site.url;
const run = (...words: string[]) => saling(settings, ...words);
/** What is wrong, on the channel for it, and nothing of the program's inside. 2: words that the command does not know. */
function expectRefusal({ code, out, err }: Said, words: RegExp, expected: 1 | 2 = 1): void {
  expect(err).toMatch(words);
  expect([code, out]).toEqual([expected, '']);
  expect(err).not.toMatch(/\n\s+at |node:internal/);
}

/** Many commands one after another, each a process: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 300_000 });

/** A name that turns what follows it around, unless it is kept apart. */
const NAME = '\u202Eمحمد <b>Ali</b> & \u2067Sons';

beforeAll(async () => {
  first = await Promise.all([run('bootstrap', '--email', OFFICER), run('bootstrap', '--email', OFFICER)]);
  link = first.map(({ out }) => out.trim()).find((out) => out !== '') ?? '';
});

describe('a production installation', () => {
  it('does not start without a mail server, and says so', async () => {
    const { SMTP_URL: _mail, ...without } = settings;
    const { code, output } = await runToEnd({ settings: without });
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/SMTP_URL must be set where DATABASE_URL is set/),
    ]);
  });

  it('has no trial and shows no mails', async () => {
    const visitor = new Visitor(site.url);
    for (const path of ['/try', '/outbox', '/desk']) expect((await visitor.ask(path)).status).toBe(404);
  });
});

describe('saling bootstrap', () => {
  it('refuses what is no address, and has no place on a trial copy', async () => {
    const [wrong, trial] = await Promise.all([
      run('bootstrap', '--email', 'a@b.example, c@d.example'),
      saling({ SALING_DATA_DIR: mkdtempSync(join(tmpdir(), 'saling-no-')) }, 'bootstrap', '--email', OFFICER),
    ]);
    expectRefusal(wrong, /must be one e-mail address/);
    expectRefusal(trial, /needs no first officer/);
  });

  it('prints one link, also when it is run twice at once; after that it refuses', async () => {
    expect(first.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\/link\?token=[\w-]{43}$/);
    for (const said of first.filter(({ code }) => code === 1))
      expectRefusal(said, /There is an officer already/);
    for (const said of first) expect(said.err).not.toContain(OFFICER);
    expectRefusal(
      await run('bootstrap', '--email', 'second@secretariat.example'),
      /There is an officer already/,
    );
    expect(await sql`select 1 from person`).toHaveLength(1);
  });

  it('opens the other secretariat, too: each invites for its own forum only', async () => {
    const there = ['bootstrap', '--forum', 'MGMAC', '--email'];
    const other = await run(...there, 'jakarta-first@secretariat.example');
    expect([other.code, other.out]).toEqual([0, expect.stringContaining('/sign-in/link?token=')]);
    expectRefusal(await run(...there, 'jakarta-second@secretariat.example'), /There is an officer already/);
    // Once nobody acts for it any more, somebody can come in again; who is only named acts for nobody.
    await sql`update appointment set state = 'ended', ended_at = saling_now() where organisation_id =
      (select id from organisation where forum = 'MGMAC')`;
    expect((await run(...there, 'jakarta-second@secretariat.example')).code).toBe(0);
    await sql`delete from appointment where organisation_id = (select id from organisation where forum = 'MGMAC')`;
    await sql`delete from sign_in_request where email like 'jakarta-%'`;
    await sql`delete from person where email like 'jakarta-%'`;
  });

  it('whose link makes the first officer, once', async () => {
    const path = link.replace(site.url, '');
    const officer = new Visitor(site.url);
    const html = (await officer.ask(path)).html;
    expect((await officer.press(path, html, 'name="token"')).status).toBe(303);
    expect((await officer.ask('/desk')).status).toBe(200);
    const thief = new Visitor(site.url);
    await thief.press(path, html, 'name="token"');
    expect(thief.cookies.has('saling-session')).toBe(false);
    expect(titleOf((await thief.ask(path)).html)).toBe('This link has been used');
  });
});

describe('from then on', () => {
  const officer = new Visitor(site.url);

  it('she signs in by mail, and the mail really arrives', async () => {
    await officer.submit('/sign-in', 'name="email"', { email: OFFICER.toUpperCase() });
    const { code } = linkAndCode(await mail.next(OFFICER));
    const entered = await officer.submit('/sign-in/code', 'name="code"', { email: OFFICER, code });
    expect([entered.status, (await officer.ask('/desk')).status]).toEqual([303, 200]);
  });

  it('saling user invite refuses what cannot be, and sends one invitation', async () => {
    const invite = (email: string, office: string, role: string, ...more: string[]) =>
      run('user', 'invite', '--email', email, '--office', office, '--role', role, ...more);
    const [address, body, role, word] = await Promise.all([
      invite('nobody', 'mgmac', 'secretariat-officer'),
      invite('a@b.example', 'city:atlantis', 'focal-point'),
      invite('a@b.example', 'mgmac', 'focal-point'),
      invite('a@b.example', 'mgmac', 'emperor'),
    ]);
    expectRefusal(address, /email is no e-mail address/);
    expectRefusal(body, /There is no such office/);
    expectRefusal(role, /role is no role that such an office gives/);
    expectRefusal(word, /emperor/, 2);
    expect(await sql`select 1 from invitation`).toEqual([]);
    const made = await invite('jakarta@secretariat.example', 'mgmac', 'secretariat-officer', '--json');
    expect([made.code, JSON.parse(made.out).state]).toEqual([0, 'made']);
    await mail.next('jakarta@secretariat.example');
    const again = await invite('JAKARTA@secretariat.example', 'mgmac', 'secretariat-officer');
    expect([again.code, again.err]).toEqual([0, expect.stringMatching(/invited already: nothing was sent/)]);
  });

  it('saling city appoint and saling token create refuse, then do', async () => {
    const job = jobContext('test');
    const city = cityFile();
    await importCity(job, newId(), city);
    await ensureOrganisations(job, newId(), { hasSamples: false });
    const email = 'focal@city.example';
    const [nowhere, role, unknown, scope, days] = await Promise.all([
      run('city', 'appoint', 'atlantis', '--email', email, '--role', 'focal-point'),
      run('city', 'appoint', city.slug, '--email', email, '--role', 'secretariat-officer'),
      run('token', 'create', '--email', email),
      run('token', 'create', '--email', OFFICER, '--scope', 'everything'),
      run('token', 'create', '--email', OFFICER, '--days', '9999'),
    ]);
    expectRefusal(nowhere, /There is no city called "atlantis"/);
    expectRefusal(role, /secretariat-officer/, 2);
    expectRefusal(unknown, /Nobody is known under "focal@city.example"/);
    expectRefusal(scope, /everything/, 2);
    expectRefusal(days, /must be 1 to 366/, 2);
    const appoint = ['city', 'appoint', city.slug, '--role', 'focal-point', '--name', 'Sari', '--json'];
    const done = await run(...appoint, '--email', email);
    expect([done.code, JSON.parse(done.out)]).toEqual([
      0,
      { personId: expect.any(String), appointmentId: expect.any(String) },
    ]);
    expectRefusal(await run(...appoint, '--email', 'other@city.example'), /Another person has this role/);
    const made = await run('token', 'create', '--email', email);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^[\w-]{43}\n$/)]);
    const ask = (token: string) =>
      fetch(`${site.url}/api/v1/cities/${city.slug}/matches`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await ask(made.out.trim())).status).toBe(200);
    expect((await ask(`${made.out.trim()}x`)).status).toBe(401);
  });

  it('a name in any script, and one that turns the line around, is kept and stands apart on every page', async () => {
    await run(
      'user',
      'invite',
      '--email',
      'new@city.example',
      '--office',
      'agmf',
      '--role',
      'staff',
      '--name',
      NAME,
    );
    const sent = await mail.next('new@city.example');
    const lines = [...sent.headerLines].map(({ line }) => line);
    expect(lines.join('\n')).not.toMatch(/\u202E|\u2067|Sons/);
    const path = /https?:\/\/[^/]+(\/invitation\?\S+)/.exec(sent.text ?? '')?.[1] ?? '';
    const guest = new Visitor(site.url);
    const page = (await guest.ask(path)).html;
    expect(page).toContain('value="\u202Eمحمد &lt;b&gt;Ali&lt;/b&gt; &amp; \u2067Sons"');
    const taken = await guest.press(path, page, 'name="name"', { name: NAME });
    expect(taken.status).toBe(303);
    expect(await sql`select name from person where email = 'new@city.example'`).toEqual([{ name: NAME }]);
    const isolated = /<bdi[^>]*>\u202Eمحمد &lt;b&gt;Ali&lt;\/b&gt; &amp; \u2067Sons<\/bdi>/;
    expect((await officer.ask('/desk')).html).toMatch(isolated);
    const [one] = await sql<
      { id: string }[]
    >`select a.id from appointment a join person p on p.id = a.person_id where p.email = 'new@city.example'`;
    for (const address of [`/appointments/${one?.id}`, `/appointments/${one?.id}/letter`]) {
      expect((await officer.ask(address)).html).toMatch(isolated);
    }
  });
});
