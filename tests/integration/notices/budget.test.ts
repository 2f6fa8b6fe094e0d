import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { erasePerson } from '#lib/identity/commands/personal-data.ts';
import { sendDigests } from '#lib/notices/commands/digest.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import { seeNews, seeShown } from '#lib/notices/commands/see.ts';
import { MAIL_BUDGET, type NewNotice } from '#lib/notices/contract.ts';
import { listNews } from '#lib/notices/queries.ts';
import { loadSettingsFile } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { startWorker, type Worker } from '#server/workers/worker.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type MailServer, recipients, startMailServer } from '#tests/support/mail-server.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const job = jobContext('test').actor;
let server: MailServer;
let worker: Worker;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.SALING_URL = 'https://saling.example';
  loadSettingsFile('/nonexistent/.env');
  worker = await startWorker(url, [], { isAlone: true });
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
});

type Reader = Awaited<ReturnType<typeof signIn>>['context'];
const reader = async () => (await signIn({ city: 'bandung' }, 'staff')).context;

/** One mail, as a domain queues it; its subject names the other city. */
function notice(to: Reader, about: string | undefined, changes: Partial<NewNotice> = {}): NewNotice {
  const { personId, email } = to.actor;
  return {
    ...{ key: newId(), personId, email, language: 'en', isTrial: false },
    template: 'exchange-accepted',
    params: { own: 'Bandung', other: `City ${about ?? ''}`, size: 'talk', until: '' },
    ...(about === undefined ? {} : { about }),
    sealed: { path: `${about ?? '/sign-in'}?token=opens` },
    ...changes,
  };
}
async function queue(...notices: NewNotice[]): Promise<void> {
  for (const one of notices) await withActor(job, (tx) => queueNotice(tx, one), 'read write');
}
const settle = () => worker.drain();
const mailsOf = (to: Reader) => server.mails.filter((mail) => recipients(mail).includes(to.actor.email));
const pages = (count: number) => Array.from({ length: count }, (_, at) => `/exchanges/${at}`);
/** Moves the day to noon in Bandung, so many days from now. */
const noon = (days: number) => sql`
  update clock set "offset" = date_trunc('day', now() at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
    + make_interval(days => ${days}, hours => 12) - now()`;
const digestsOf = (to: Reader) =>
  mailsOf(to).filter(({ subject }) => subject === 'Saling: your news of the day');
async function digest(to: Reader) {
  await sendDigests();
  await settle();
  return digestsOf(to).at(-1);
}

describe('the budget of mails', () => {
  it('lets so many leave by themselves in a day, whichever domain they are of and however many workers send', async () => {
    const to = await reader();
    const second = await startWorker(url, [], { isAlone: false });
    await queue(...pages(MAIL_BUDGET + 5).map((about) => notice(to, about)));
    await settle();
    await second.stop();
    expect(mailsOf(to)).toHaveLength(MAIL_BUDGET);
    const states =
      await sql`select state, count(*)::int from notice where person_id = ${to.actor.personId} group by 1`;
    expect(Object.fromEntries(states.map((row) => [row.state, row.count]))).toEqual({
      sent: MAIL_BUDGET,
      gathered: 5,
    });
  });

  it('never holds what somebody asked for', async () => {
    const to = await reader();
    await queue(...pages(MAIL_BUDGET).map((about) => notice(to, about)));
    await settle();
    await queue(notice(to, undefined), notice(to, undefined));
    await settle();
    expect(mailsOf(to)).toHaveLength(MAIL_BUDGET + 2);
  });

  it('is each person’s own, and there again a day later', async () => {
    const [to, other] = [await reader(), await reader()];
    await queue(...pages(MAIL_BUDGET).map((about) => notice(to, about)));
    await queue(notice(other, '/exchanges/1'));
    await settle();
    expect(mailsOf(other)).toHaveLength(1);
    await sql`update notice set counted_at = counted_at - interval '24 hours 1 second' where person_id = ${to.actor.personId}`;
    await queue(notice(to, '/exchanges/later'));
    await settle();
    expect(mailsOf(to)).toHaveLength(MAIL_BUDGET + 1);
  });

  it('lets no two mails leave for one matter: of those that wait the last word, later ones with the day’s mail', async () => {
    const to = await reader();
    await queue(
      notice(to, '/exchanges/7', { template: 'exchange-brief' }),
      notice(to, '/exchanges/7', { template: 'exchange-agreed' }),
    );
    await settle();
    await queue(notice(to, '/exchanges/7', { template: 'exchange-answered' }));
    await settle();
    expect(mailsOf(to)).toHaveLength(1);
  });
});

describe('the mail of the day', () => {
  it('holds everything unseen: the same as the page of news, and opens what a mail of its own would have opened', async () => {
    const to = await reader();
    await noon(0);
    await queue(...pages(6).map((about) => notice(to, about)));
    await settle();
    // One more word on two of the matters, one of which was mailed.
    await queue(
      notice(to, '/exchanges/0', { template: 'exchange-withdrawn' }),
      notice(to, '/exchanges/5', { template: 'exchange-withdrawn' }),
    );
    await settle();
    await seeNews(to, newId(), { about: ['/exchanges/1'] });
    const news = await listNews(to, {});
    const unseen = news.filter(({ isSeen }) => !isSeen);
    expect(news.filter(({ isSeen }) => isSeen).map(({ about }) => about)).toEqual(['/exchanges/1']);
    const mail = await digest(to);
    const lines = [...(mail?.text ?? '').matchAll(/^\* (.+)\n {2}https:\/\/saling\.example(\S+)$/gm)];
    expect(lines.map(([, words, href]) => ({ words, about: href?.split('?')[0] }))).toEqual(
      unseen.map(({ words, about }) => ({ words, about })),
    );
    expect(lines).toHaveLength(5);
    expect(mail?.html).toContain('href="https://saling.example/exchanges/5?token=opens"');
    // Opened once: what it would open is wiped with the mail that told it.
    const left =
      await sql`select 1 from notice where person_id = ${to.actor.personId} and sealed is not null`;
    expect(left).toHaveLength(0);
  });

  it('comes once a day and not before the morning, and not again for what it told', async () => {
    const to = await reader();
    await noon(3);
    await queue(...pages(MAIL_BUDGET + 1).map((about) => notice(to, about)));
    await settle();
    await sql`update clock set "offset" = "offset" - interval '8 hours'`;
    expect(await digest(to)).toBeUndefined();
    await noon(3);
    await Promise.all([sendDigests(), sendDigests()]);
    expect(await digest(to)).toBeDefined();
    await queue(notice(to, '/exchanges/more'));
    await settle();
    await digest(to);
    expect(digestsOf(to)).toHaveLength(1);
    await noon(4);
    await digest(to);
    await digest(to);
    expect(digestsOf(to)).toHaveLength(2);
    await noon(5);
    await digest(to);
    expect(digestsOf(to)).toHaveLength(2);
  });

  it('does not come where all was seen before it left', async () => {
    const to = await reader();
    await noon(10);
    await queue(...pages(MAIL_BUDGET + 1).map((about) => notice(to, about)));
    await settle();
    await seeShown(to, ...pages(MAIL_BUDGET + 1));
    expect(await digest(to)).toBeUndefined();
    expect((await listNews(to, {})).every(({ isSeen }) => isSeen)).toBe(true);
  });

  it('leaves after all when the server was away, with what is new by then', async () => {
    const to = await reader();
    await noon(20);
    await queue(...pages(MAIL_BUDGET + 2).map((about) => notice(to, about)));
    await settle();
    server.answers = () => ({ code: 451, words: 'later, please' });
    await digest(to);
    server.answers = () => null;
    expect(digestsOf(to)).toEqual([]);
    await seeNews(to, newId(), { about: pages(MAIL_BUDGET + 1) });
    await sql`update notice set due_at = saling_now() where person_id = ${to.actor.personId} and state = 'queued'`;
    await expect.poll(() => digestsOf(to).length, { timeout: 20_000 }).toBe(1);
    expect([...(digestsOf(to)[0]?.text ?? '').matchAll(/^\* /gm)]).toHaveLength(1);
  });
});

describe('the page of news', () => {
  it('is nobody’s but one’s own', async () => {
    const visitor = {
      actor: { kind: 'visitor' as const, isOnTrialCopy: false },
      language: 'en' as const,
      requestId: 'test',
    };
    await expect(listNews(visitor, {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(seeNews(visitor, newId(), { about: ['/account'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    const [to, other] = [await reader(), await reader()];
    await queue(notice(to, '/exchanges/1'));
    expect(await listNews(other, {})).toEqual([]);
    await seeNews(other, newId(), { about: ['/exchanges/1'] });
    expect(await listNews(to, {})).toMatchObject([{ about: '/exchanges/1', isSeen: false }]);
  });

  it('keeps to itself what can still be undone', async () => {
    const to = await reader();
    await queue(notice(to, '/exchanges/1', { heldMinutes: 10 }));
    expect(await listNews(to, {})).toEqual([]);
  });

  it('shows a page as new again when there is more about it, and forgets all with the person', async () => {
    const to = await reader();
    await queue(notice(to, '/exchanges/1'));
    await seeNews(to, newId(), { about: ['/exchanges/1'] });
    expect(await listNews(to, {})).toMatchObject([{ isSeen: true }]);
    await queue(notice(to, '/exchanges/1', { template: 'exchange-withdrawn' }));
    expect(await listNews(to, {})).toMatchObject([{ isSeen: false }]);
    await erasePerson(to, newId(), {});
    const left = await sql`select 1 from notice_seen where person_id = ${to.actor.personId}`;
    expect(left).toHaveLength(0);
  });
});
