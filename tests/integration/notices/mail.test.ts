import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import type { NewNotice } from '#lib/notices/contract.ts';
import { listOutbox } from '#lib/notices/queries.ts';
import { loadSettingsFile } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker, type Worker } from '#server/workers/worker.ts';
import { testDatabase } from '#tests/support/database.ts';
import { linkAndCode, type MailServer, recipients, startMailServer } from '#tests/support/mail-server.ts';

const { sql, url } = await testDatabase();
const job = jobContext('test').actor;
let server: MailServer;
let worker: Worker;

/** Settings are read once; this makes the process read them anew. */
function useSmtp(smtpUrl: string): void {
  process.env.SMTP_URL = smtpUrl;
  process.env.SALING_URL = 'https://saling.example';
  loadSettingsFile('/nonexistent/.env');
}

beforeAll(async () => {
  server = await startMailServer();
  useSmtp(server.url);
  worker = await startWorker(url, reactions, { isAlone: true });
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
});

const TOKEN = 'a-token-of-a-link-that-nobody-may-see';
async function queue(email: string, changes: Partial<NewNotice> = {}): Promise<string> {
  const key = newId();
  await withActor(
    job,
    (tx) =>
      queueNotice(tx, {
        key,
        personId: null,
        email,
        language: 'en',
        template: 'sign-in',
        params: { minutes: 10 },
        sealed: { path: `/sign-in/link?token=${TOKEN}`, code: '012345' },
        isTrial: false,
        ...changes,
      }),
    'read write',
  );
  return changes.key ?? key;
}
async function until(key: string, isReached: (row: Record<string, unknown>) => boolean, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const [row] = await sql`select * from notice where key = ${key}`;
    if (row !== undefined && isReached(row)) return row;
    if (Date.now() > end) throw new Error(`not reached: ${JSON.stringify(row)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const is = (state: string) => (row: Record<string, unknown>) => row.state === state;

describe('a mail is not sent', () => {
  it('to an address that the server refuses: it stands as failed with the server’s words, and opens nothing', async () => {
    server.answers = () => ({ code: 550, words: 'no such mailbox here' });
    const row = await until(await queue('gone@office.example'), is('failed'));
    server.answers = () => null;
    expect(row).toMatchObject({ tries: 1, sealed: null, sent_at: null });
    expect(row.problem).toContain('no such mailbox here');
    expect(server.mails).toEqual([]);
  });

  it('when it is of no use any more', async () => {
    const row = await until(
      await queue('late@office.example', { expiresAt: new Date(Date.now() - 1000) }),
      is('failed'),
    );
    expect(row).toMatchObject({ problem: 'expired', sealed: null });
    expect(server.mails).toEqual([]);
  });

  it('from a desk of the trial copy', async () => {
    const row = await until(await queue('desk@trial.invalid', { isTrial: true }), is('kept'));
    expect(row.tries).toBe(0);
    await worker.drain();
    expect(server.mails).toEqual([]);
  });

  it('twice for one reason', async () => {
    const key = await queue('once@office.example');
    await Promise.all([queue('once@office.example', { key }), queue('once@office.example', { key })]);
    await until(key, is('sent'));
    await worker.drain();
    expect(server.mails.filter((mail) => recipients(mail).includes('once@office.example'))).toHaveLength(1);
  });
});

describe('a mail is sent', () => {
  it('in the recipient’s language, as plain text and HTML, and what it opens is wiped', async () => {
    const key = await queue('kantor@kota.example', { language: 'id' });
    const mail = await server.next('kantor@kota.example');
    const row = await until(key, is('sent'));
    expect(row).toMatchObject({ sealed: null, problem: null, tries: 1 });
    expect(row.sent_at).not.toBeNull();
    expect(mail.subject).toBe('Tautan Anda untuk masuk ke Saling');
    expect(mail.headers.get('content-language')).toBe('id');
    expect(mail.messageId).toBe(`<${row.id}@saling.example>`);
    expect(linkAndCode(mail)).toEqual({ path: `/sign-in/link?token=${TOKEN}`, code: '012345' });
    expect(mail.html).toContain(`href="https://saling.example/sign-in/link?token=${TOKEN}"`);
  });

  it('while it waits, only sealed', async () => {
    server.answers = () => ({ code: 451, words: 'later, please' });
    const row = await until(await queue('sealed@office.example'), ({ tries }) => Number(tries) > 0);
    server.answers = () => null;
    expect(row.sealed).not.toBeNull();
    expect(JSON.stringify(row)).not.toMatch(/012345|a-token-of/);
  });

  it('later, when the server first says so (greylisting)', async () => {
    let asked = 0;
    server.answers = () => {
      asked += 1;
      return asked === 1 ? { code: 451, words: 'greylisted, try again' } : null;
    };
    const key = await queue('grey@office.example');
    await server.next('grey@office.example');
    expect(await until(key, is('sent'))).toMatchObject({ tries: 2 });
    server.answers = () => null;
  });

  it('once the server is back', async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    const key = await queue('patient@office.example');
    expect(await until(key, ({ tries }) => Number(tries) > 0)).toMatchObject({ state: 'queued' });
    server = await startMailServer(port);
    await server.next('patient@office.example', 40_000);
    await until(key, is('sent'));
  });

  it('to nobody else, when what should be one address names two', async () => {
    const key = await queue('one@office.example, two@evil.example');
    await until(key, ({ state, tries }) => state !== 'queued' || Number(tries) > 0);
    expect(server.mails.flatMap(recipients)).not.toContain('two@evil.example');
  });
});

describe('the outbox page', () => {
  const visitor = (isOnTrialCopy: boolean) => ({
    actor: { kind: 'visitor' as const, isOnTrialCopy },
    language: 'en' as const,
    requestId: 'test',
  });

  it('is not there away from the trial copy', async () => {
    await expect(listOutbox(visitor(false))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows each mail with its state; the link of what was kept works, that of what was sent is gone', async () => {
    const all = await listOutbox(visitor(true));
    const kept = all.find(({ state }) => state === 'kept');
    expect(kept?.words).toMatchObject({ code: expect.stringContaining('012345') });
    expect(kept?.words.action?.href).toContain(TOKEN);
    const sent = all.filter(({ state }) => state === 'sent' || state === 'failed');
    expect(sent.length).toBeGreaterThan(3);
    expect(JSON.stringify(sent)).not.toMatch(/012345|a-token-of/);
  });
});
