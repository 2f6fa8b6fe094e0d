import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { appointDirectly } from '#lib/identity/commands/appoint.ts';
import { giveCode, spendLink } from '#lib/identity/commands/sign-in.ts';
import { CODE_TRIES, CODES_AN_HOUR } from '#lib/identity/contract.ts';
import { linkHash } from '#lib/identity/gateway.ts';
import { readLink } from '#lib/identity/queries/sign-in.ts';
import { personOfToken } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { newCode, newToken } from '#lib/platform/secret.ts';
import { testDatabase } from '#tests/support/database.ts';
import { linkAndCode } from '#tests/support/mail-server.ts';
import { measure } from '#tests/support/processor-time.ts';
import { productionSite } from '#tests/support/production.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { builtActions, plainForm, scriptedCall } from './actions.ts';

const { sql, url } = await testDatabase({ seeded: true });
const { site, mail } = await productionSite(url);
const job = jobContext('test');
/** What must never stand in a log. */
const secrets = new Set<string>();

/** People of one office. */
async function known(count: number, start: string): Promise<string[]> {
  const [office] = await sql<{ id: string }[]>`
    select o.id from organisation o join city c on c.id = o.city_id where c.key = 'bandung'`;
  const emails = Array.from({ length: count }, (_, index) => `${start}-${index}@office.example`);
  for (const email of emails) {
    const given = { organisationId: office?.id ?? '', role: 'staff' as const, email, fromOn: '2026-01-01' };
    await appointDirectly(job, newId(), { ...given, name: 'Office' });
  }
  return emails;
}
async function mailed(visitor: Visitor, email: string): Promise<{ path: string; code: string }> {
  const asked = await visitor.submit('/sign-in', 'name="email"', { email });
  expect([asked.status, asked.location]).toEqual([303, '/sign-in/code']);
  const sent = linkAndCode(await mail.next(email));
  secrets.add(sent.path.split('=')[1] ?? '').add(email);
  return sent;
}
/** The whole of it, as a person does: form, mail, and the link's button or the code. */
async function signIn(email: string, by: 'link' | 'code'): Promise<Visitor> {
  const visitor = new Visitor(site.url);
  const { path, code } = await mailed(visitor, email);
  const entered =
    by === 'link'
      ? await visitor.submit(path, 'name="token"')
      : await visitor.submit('/sign-in/code', 'name="code"', { email, code });
  expect(entered.status).toBe(303);
  secrets.add(visitor.cookies.get('saling-session') ?? '');
  return visitor;
}
const isIn = async (visitor: Visitor) => (await visitor.ask('/account')).status === 200;
/** Runs work for each item, some at a time, and keeps the order of the answers. */
async function each<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
) {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** As one who is led to sign in: until her first answer as who she is. */
async function comeIn(email: string, by: 'link' | 'code'): Promise<Visitor> {
  const person = await signIn(email, by);
  expect(await isIn(person)).toBe(true);
  return person;
}
const ms = (seconds: number) => `${(1000 * seconds).toFixed(0)} ms`;
/** How many small answers of this very machine a sign-in may cost the server: 14 here, 23 before it was looked at. */
const MOST_ANSWERS = 30;
let smallAnswer = Number.NaN;

describe('two hundred people of one office sign in', () => {
  it('at once, each by form, mail, and link or code, up to the first answer, and nobody is kept out', async () => {
    const [first = '', ...emails] = await known(201, 'load');
    await comeIn(first, 'link');
    // What this machine takes for something small, now: it may be slow, or busy with other things.
    const small = await measure(site, url, () =>
      each(emails.concat(emails), 4, () =>
        fetch(`${site.url}/api/v1/openapi.json`).then((one) => one.text()),
      ),
    );
    let people: Visitor[] = [];
    const spent = await measure(site, url, async () => {
      people = await each(emails.entries().toArray(), 25, ([index, email]) =>
        comeIn(email, index % 2 === 0 ? 'link' : 'code'),
      );
    });
    const [server, whole] = [spent.server / 200, (spent.server + spent.database + spent.client) / 200];
    smallAnswer = small.server / 400;
    const times = server / smallAnswer;
    process.stdout.write(
      `200 sign-ins: ${spent.wall.toFixed(1)} s${spent.isAlone ? '' : ', among other work'}; processor time for ` +
        `each ${ms(whole)}: server ${ms(server)} (${times.toFixed(0)} small answers), ` +
        `database ${ms(spent.database / 200)}, who asks ${ms(spent.client / 200)}.\n`,
    );
    expect(new Set(people.map((one) => one.cookies.get('saling-session'))).size).toBe(200);
    const [row] = await sql`select count(distinct person_id)::int as people from session`;
    expect(row).toEqual({ people: 201 });
    if (Number.isNaN(whole)) return;
    expect(times).toBeLessThan(MOST_ANSWERS);
    // The clock on the wall counts where nothing else uses the processors.
    if (spent.isAlone) expect(spent.wall).toBeLessThan(10);
  }, 180_000);

  it('dearly, if each looked around on the way: the control', async () => {
    const emails = await known(10, 'dear');
    const { server } = await measure(site, url, () =>
      each(emails, 5, async (email) => {
        const person = await signIn(email, 'link');
        for (let page = 0; page < 20; page += 1) await person.ask('/');
      }),
    );
    if (!Number.isNaN(server)) expect(server / 10 / smallAnswer).toBeGreaterThan(MOST_ANSWERS);
  }, 180_000);
});

describe('ten thousand guesses', () => {
  const visitor = (sender: string): Context => ({
    actor: { kind: 'visitor', isOnTrialCopy: false },
    language: 'en',
    requestId: 'guess',
    sender,
  });

  it('of links, 4,500: none opens anything', async () => {
    const owner = (await known(1, 'guessed-link'))[0] ?? '';
    const { path } = await mailed(new Visitor(site.url), owner);
    const right = path.split('=')[1] ?? '';
    const near = [right.slice(0, -1), `${right}x`, right.toLowerCase(), ` ${right}`, linkHash(right), ''];
    const guesses = [...near, ...Array.from({ length: 4494 }, newToken)].filter((guess) => guess !== right);
    const opened = await each(guesses, 8, async (token) => {
      const { isUsed } = await spendLink(job, newId(), { linkHash: linkHash(token) });
      return isUsed;
    });
    expect(opened).toHaveLength(4500);
    expect(opened.filter(Boolean)).toEqual([]);
    const looked = await each(
      guesses.slice(0, 500),
      8,
      async (token) => (await readLink(linkHash(token))).state,
    );
    expect([...new Set(looked)]).toEqual(['unknown']);
    const html = (await new Visitor(site.url).ask(path)).html;
    const answers = await each(guesses.slice(0, 60), 4, async (token) => {
      const thief = new Visitor(site.url);
      const { status } = await thief.press('/sign-in/link', html, 'name="token"', { token });
      return `${status} ${thief.cookies.has('saling-session')}`;
    });
    expect([...new Set(answers)]).toEqual(['303 false']);
    const herself = new Visitor(site.url);
    await herself.submit(path, 'name="token"');
    expect(await isIn(herself)).toBe(true);
  });

  it('of codes, 1,500 from many places: five count for a mail, then even the right one is refused', async () => {
    const owners = await known(18, 'guessed-code');
    const strangers = owners.map((email) => `no-${email}`);
    const open = await signIn(owners[0] ?? '', 'link');
    const codes = new Map<string, string>();
    await each(owners, 8, async (email) =>
      codes.set(email, (await mailed(new Visitor(site.url), email)).code),
    );
    await each(strangers, 8, (email) => new Visitor(site.url).submit('/sign-in', 'name="email"', { email }));
    await expect
      .poll(() => sql`select 1 from sign_in_request where issued_at is null and email like 'no-%'`, {
        timeout: 20_000,
      })
      .toHaveLength(0);
    const guess = async (email: string, sender: string, code: string): Promise<string> => {
      const context = visitor(sender);
      const answer = await giveCode(context, { email, code, linkHash: linkHash(newToken()) }).catch(
        (error) => {
          if (error instanceof SalingError) return { result: error.code };
          throw error;
        },
      );
      return 'triesLeft' in answer ? `${answer.result} ${answer.triesLeft}` : answer.result;
    };
    // Each address 37 times: five wrong ones, then the right one again and again.
    const answers = new Map<string, string[]>();
    await each([...owners, ...strangers], 8, async (email) => {
      const right = codes.get(email) ?? newCode();
      const wrong = right === '000000' ? '000001' : '000000';
      const said: string[] = [];
      for (let count = 0; count < 37; count += 1) {
        said.push(await guess(email, `place-${count}`, count < CODE_TRIES ? wrong : right));
      }
      answers.set(email, said);
    });
    const dead = Array.from({ length: 33 }, () => 'dead');
    for (const [email, said] of answers) {
      expect([email, ...said]).toEqual([email, 'wrong 4', 'wrong 3', 'wrong 2', 'wrong 1', ...dead]);
    }
    // From one place all are told after its share, whatever they give.
    const shares = Array.from({ length: CODES_AN_HOUR }, () => 'spent@office.example');
    await each(shares, 4, (email) => guess(email, 'one place', '000000'));
    const late = await each(owners, 4, (email) => guess(email, 'one place', codes.get(email) ?? ''));
    expect([...new Set(late)]).toEqual(['too-many']);
    // The owner's session went on, her link works, and so do new mails.
    expect(await isIn(open)).toBe(true);
    for (const email of owners.slice(0, 3)) expect(await isIn(await signIn(email, 'link'))).toBe(true);
  });

  it('of tokens for the API, 4,000: none answers, and all are refused alike', async () => {
    const guesses = Array.from({ length: 4000 }, newToken);
    const found = await each(guesses, 8, (token) => personOfToken(token, false));
    expect(found.filter((person) => person !== null)).toEqual([]);
    const answers = await each(guesses.slice(0, 300), 8, async (token) => {
      const answer = await fetch(`${site.url}/api/v1/cities?limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { instance: _number, ...problem } = await answer.json();
      return `${answer.status} ${JSON.stringify(problem)}`;
    });
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^401 .*not-signed-in/);
  });
});

describe('a form or a call that another site sends', () => {
  const actions = builtActions();
  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${site.url}.evil.example` },
    { origin: site.url, 'sec-fetch-site': 'cross-site' },
    { origin: site.url, 'sec-fetch-site': 'same-site' },
  ];
  /** Everything that is kept, but what the clock of the site itself moves. */
  const everything = async () => {
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not like 'search%' order by 1`;
    const digests: string[] = [];
    for (const { name } of tables) {
      const [row] = await sql`
        select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as digest from ${sql(name)} t`;
      digests.push(`${name} ${row?.digest}`);
    }
    return digests;
  };

  it('is refused by every action and upload, before anything happens', async () => {
    const visitor = await signIn((await known(1, 'foreign'))[0] ?? '', 'link');
    expect(await isIn(visitor)).toBe(true);
    const before = await everything();
    const wrong: string[] = [];
    for (const { id, name, path } of actions) {
      for (const headers of FOREIGN) {
        for (const call of [plainForm(id), scriptedCall(id)]) {
          const answer = await visitor.ask(path, {
            method: 'POST',
            body: call.body,
            headers: { ...call.headers, ...headers },
          });
          if (answer.status !== 403 || !answer.html.includes('<h1')) wrong.push(`${name} ${answer.status}`);
        }
      }
    }
    for (const headers of FOREIGN) {
      const upload = await visitor.ask('/files?organisation=x', { method: 'POST', body: 'x', headers });
      if (upload.status !== 403) wrong.push(`/files ${upload.status}`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(actions.length).toBeGreaterThan(30);
    process.stdout.write(
      `Actions refused to other sites: ${actions.length}, in ${FOREIGN.length * 2} ways each.\n`,
    );
  });

  it('is heard from a page of ours, and answered without an error: the control', async () => {
    const visitor = await signIn((await known(1, 'heard'))[0] ?? '', 'code');
    const deaf: string[] = [];
    for (const { id, name, path } of actions) {
      const { body, headers } = scriptedCall(id);
      for (const who of name === 'leave' ? [new Visitor(site.url)] : [new Visitor(site.url), visitor]) {
        const answer = await who.ask(path, { method: 'POST', body, headers });
        const isHeard = answer.status !== 403 && !answer.headers.has('x-nextjs-action-not-found');
        if (!isHeard || answer.status >= 500) deaf.push(`${name} at ${path}: ${answer.status}`);
      }
    }
    expect(deaf).toEqual([]);
    const leave = actions.find(({ name }) => name === 'leave');
    const { body } = plainForm(leave?.id ?? '');
    expect((await visitor.ask('/account', { method: 'POST', body })).status).toBe(303);
    expect(await isIn(visitor)).toBe(false);
  });
});

it('none of it left an address, a link or a session in the log', () => {
  const log = readFileSync(site.log, 'utf8');
  expect(log.match(/"msg":"answered"/g)?.length).toBeGreaterThan(1000);
  expect(log.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi)).toBeNull();
  expect([...secrets].filter((secret) => secret.length < 10 || log.includes(secret))).toEqual([]);
  expect(secrets.size).toBeGreaterThan(400);
});
