import { describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import { endSession } from '#lib/identity/commands/sessions.ts';
import { askToSignIn, giveCode, spendLink } from '#lib/identity/commands/sign-in.ts';
import { authAdapter, linkHash } from '#lib/identity/gateway.ts';
import { readLink } from '#lib/identity/queries/sign-in.ts';
import { personOfSession } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken } from '#lib/platform/secret.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, newestMail, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'request-1',
};
const job = jobContext('test');
let number = 0;

/** A new focal point's colleague, known by an address. */
async function known(): Promise<string> {
  number += 1;
  const email = `person-${number}@office.example`;
  await signIn({ city: 'bandung' }, 'staff', { email });
  return email;
}
const ask = (email: string, returnTo?: string) => askToSignIn(visitor, newId(), { email, returnTo });
async function asked(email: string) {
  await ask(email);
  await runJobs(url);
  return newestMail(email);
}
const give = (email: string, code: string) =>
  giveCode(visitor, { email, code, linkHash: linkHash(newToken()) });
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');
const use = (token: string) => spendLink(job, newId(), { linkHash: linkHash(token) });
const moveClock = (interval: string) => sql`update clock set "offset" = ${interval}::interval`;

describe('asking for a mail', () => {
  it.each(['', 'nobody', 'a@b.example,c@d.example', 'a＠b.example@c.example'])(
    'is refused for %j',
    async (email) => {
      await expect(ask(email)).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/email' }] });
    },
  );

  it('mails nothing to an unknown address, and leaves the same trace as for a known one', async () => {
    const email = await known();
    const stranger = 'stranger@office.example';
    await ask(stranger);
    await ask(email);
    await runJobs(url);
    expect(await mailsTo(stranger)).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
    const rows = await sql`select * from sign_in_request where email in (${stranger}, ${email}) order by id`;
    expect(rows).toHaveLength(2);
    expect(await sql`select count(*)::int as n from audit where verb = 'sign-in.ask'`).toMatchObject([
      { n: 2 },
    ]);
  });

  it('makes no person of an unknown address', async () => {
    await ask('new@office.example');
    await runJobs(url);
    expect(await sql`select 1 from person where email = 'new@office.example'`).toHaveLength(0);
    expect(await authAdapter('', newId()).getUserByEmail('new@office.example')).toBeNull();
  });

  it('mails nothing to an erased person', async () => {
    const email = await known();
    await sql`update person set erased_at = now() where email = ${email}`;
    await ask(email);
    await runJobs(url);
    expect(await mailsTo(email)).toEqual([]);
    expect(await authAdapter('', newId()).getUserByEmail(email)).toBeNull();
  });

  it('finds a person however her address is written', async () => {
    const email = await known();
    await ask(`  ${email.toUpperCase().replace('@', '＠')} `);
    await runJobs(url);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('mails five times at most while their links live, and again once they are over', async () => {
    const email = await known();
    for (let count = 0; count < 8; count += 1) await ask(email);
    await runJobs(url);
    expect(await mailsTo(email)).toHaveLength(5);
    await moveClock('11 minutes');
    await ask(email);
    await runJobs(url);
    await moveClock('0');
    expect(await mailsTo(email)).toHaveLength(6);
  });

  it('mails once when the same wish comes twice at once', async () => {
    const email = await known();
    const id = newId();
    await Promise.all([askToSignIn(visitor, id, { email }), askToSignIn(visitor, id, { email })]);
    await runJobs(url);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('keeps neither token nor code anywhere in clear', async () => {
    const { token, code } = await asked(await known());
    for (const table of ['sign_in_request', 'notice', 'audit', 'event', 'command', 'session']) {
      const rows = await sql.unsafe(`select to_jsonb(t)::text as row from ${table} t`);
      const text = rows.map(({ row }) => String(row)).join('\n');
      expect(text, table).not.toContain(token);
      expect(text, table).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)(?!-)`));
    }
  });
});

describe('a link', () => {
  it('is unknown when nobody sent it', async () => {
    expect(await readLink(linkHash(newToken()))).toMatchObject({ state: 'unknown', email: null });
    expect(await use(newToken())).toEqual({ isUsed: false });
  });

  it('says whose it is and where she wanted to go, as often as it is looked at', async () => {
    const email = await known();
    await ask(email, '/cities/bandung?x=1');
    await runJobs(url);
    const { token } = await newestMail(email);
    for (let count = 0; count < 3; count += 1) {
      expect(await readLink(linkHash(token))).toEqual({
        state: 'open',
        email,
        returnTo: '/cities/bandung?x=1',
      });
    }
    await ask(email, 'https://evil.example/');
    await runJobs(url);
    expect((await readLink(linkHash((await newestMail(email)).token))).returnTo).toBeNull();
  });

  it('works once, also when pressed twice at once', async () => {
    const { token } = await asked(await known());
    const both = await Promise.all([use(token), use(token), use(token)]);
    expect(both.filter(({ isUsed }) => isUsed)).toHaveLength(1);
    expect(await readLink(linkHash(token))).toMatchObject({ state: 'used', email: null });
  });

  it('works for ten minutes', async () => {
    const { token } = await asked(await known());
    await moveClock('10 minutes 1 second');
    expect(await readLink(linkHash(token))).toMatchObject({ state: 'expired', email: null });
    expect(await use(token)).toEqual({ isUsed: false });
    await moveClock('0');
  });

  it('of an earlier mail counts too, until one of them was used', async () => {
    const email = await known();
    const first = await asked(email);
    const second = await asked(email);
    expect(await readLink(linkHash(first.token))).toMatchObject({ state: 'open' });
    expect(await use(first.token)).toEqual({ isUsed: true });
    expect(await readLink(linkHash(second.token))).toMatchObject({ state: 'used' });
  });
});

describe('a code', () => {
  it.each(['', '12345', 'abcdef'])('is refused when it is none: %j', async (code) => {
    await expect(give('a@b.example', code)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/code' }],
    });
  });

  it('is answered alike for an unknown address and a known one', async () => {
    const email = await known();
    const { code } = await asked(email);
    await ask('ghost@office.example');
    await runJobs(url);
    for (const left of [4, 3, 2, 1]) {
      const wrong = { result: 'wrong', triesLeft: left };
      expect(await give(email, otherThan(code))).toEqual(wrong);
      expect(await give('ghost@office.example', otherThan(code))).toEqual(wrong);
    }
    for (let count = 0; count < 3; count += 1) {
      expect(await give(email, otherThan(code))).toEqual({ result: 'dead' });
      expect(await give('ghost@office.example', otherThan(code))).toEqual({ result: 'dead' });
    }
  });

  it('is dead after five wrong ones, even the right one; the link is not', async () => {
    const email = await known();
    const { token, code } = await asked(email);
    for (let count = 0; count < 5; count += 1) await give(email, otherThan(code));
    expect(await give(email, code)).toEqual({ result: 'dead' });
    expect(await use(token)).toEqual({ isUsed: true });
  });

  it('counts guesses that come at once', async () => {
    const email = await known();
    const { code } = await asked(email);
    const guesses = Array.from({ length: 40 }, () => give(email, otherThan(code)));
    const results = (await Promise.all(guesses)).map(({ result }) => result);
    expect(results.filter((result) => result === 'wrong')).toHaveLength(4);
    expect(await give(email, code)).toEqual({ result: 'dead' });
  });

  it('of the newest mail counts, not that of an earlier one', async () => {
    const email = await known();
    const first = await asked(email);
    const second = await asked(email);
    if (first.code !== second.code) expect(await give(email, first.code)).toMatchObject({ result: 'wrong' });
    expect(await give(email, second.code)).toEqual({ result: 'right' });
  });

  it('of the newest mail counts although more was asked for than is mailed, alike for an unknown address', async () => {
    const email = await known();
    for (const address of [email, 'shade@office.example']) {
      for (let count = 0; count < 9; count += 1) await ask(address);
    }
    await runJobs(url);
    const { code } = await newestMail(email);
    for (const address of [email, 'shade@office.example']) {
      for (const left of [4, 3]) {
        expect(await give(address, otherThan(code))).toEqual({ result: 'wrong', triesLeft: left });
      }
      await ask(address);
    }
    await runJobs(url);
    for (const address of [email, 'shade@office.example']) {
      expect(await give(address, otherThan(code))).toEqual({ result: 'wrong', triesLeft: 2 });
    }
    expect(await give(email, code)).toEqual({ result: 'right' });
  });

  it('works for its own address only', async () => {
    const [email, other] = [await known(), await known()];
    const { code } = await asked(email);
    const own = await asked(other);
    if (own.code !== code) expect(await give(other, code)).toMatchObject({ result: 'wrong' });
  });

  it('is over after ten minutes', async () => {
    const email = await known();
    const { code } = await asked(email);
    await moveClock('10 minutes 1 second');
    expect(await give(email, code)).toEqual({ result: 'none' });
    await moveClock('0');
  });

  it('is right once, and hands over to a fresh link in place of the mailed one', async () => {
    const email = await known();
    const { token, code } = await asked(email);
    const fresh = newToken();
    const given = await Promise.all([
      giveCode(visitor, { email, code, linkHash: linkHash(fresh) }),
      giveCode(visitor, { email, code, linkHash: linkHash(newToken()) }),
    ]);
    expect(given.filter(({ result }) => result === 'right')).toHaveLength(1);
    expect(await readLink(linkHash(token))).toMatchObject({ state: 'unknown' });
  });

  it('no longer counts for an address with twenty wrong ones in a day; links do', async () => {
    const email = await known();
    for (let mail = 0; mail < 4; mail += 1) {
      const { code } = await asked(email);
      for (let count = 0; count < 5; count += 1) await give(email, otherThan(code));
    }
    const { token, code } = await asked(email);
    expect(await give(email, code)).toEqual({ result: 'dead' });
    expect(await use(token)).toEqual({ isUsed: true });
  });
});

describe('a session', () => {
  it('that somebody else opened is not there to end', async () => {
    const [mine, other] = [
      await signIn({ city: 'bandung' }, 'staff'),
      await signIn({ city: 'bandung' }, 'staff'),
    ];
    const { via } = other.context.actor;
    if (via.kind !== 'session') throw new Error('no session');
    const ended = await endSession(mine.context, newId(), { sessionId: via.sessionId });
    expect(ended).toEqual({ isEnded: false });
    expect(await personOfSession(other.token, false)).not.toBeNull();
  });
});
