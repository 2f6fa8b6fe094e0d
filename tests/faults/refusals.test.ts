import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Ended, linesOf, newFolder, runToEnd } from './start-process.ts';

const folder = newFolder();
const SALING_DATA_DIR = join(folder.path, 'data');
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function takePort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** One line that says what to do, an exit code that is not 0, and no trace of the program's inside. */
async function expectRefusal(settings: Record<string, string>, words: RegExp, uid?: number): Promise<Ended> {
  const ended = await runToEnd({ settings, ...(uid === undefined ? {} : { uid }) });
  const { code, output } = ended;
  expect(output).toMatch(words);
  expect(code).toBe(1);
  expect(linesOf(output)).toHaveLength(1);
  expect(output).not.toMatch(/\n\s+at |node:internal|Error:/);
  return ended;
}

describe('a start is refused in one line', () => {
  it('on a taken port', async () => {
    const port = await takePort();
    await expectRefusal({ SALING_DATA_DIR, PORT: String(port) }, new RegExp(String(port)));
  });

  it('with wrong settings, all at once', async () => {
    await expectRefusal({ SALING_DATA_DIR, PORT: 'many', DATABASE_URL: 'mysql://x' }, /PORT.*DATABASE_URL/);
  });

  it('with a value that a setting does not know, and what it may be', async () => {
    await expectRefusal(
      { SALING_DATA_DIR, LOG_LEVEL: 'loud' },
      /LOG_LEVEL is "loud" but must be debug, info/,
    );
  });

  const own = { SALING_SECRET: 'x'.repeat(40), SMTP_URL: 'smtp://127.0.0.1:1' };
  it('without the database of DATABASE_URL', async () => {
    const settings = { ...own, DATABASE_URL: 'postgres://x:geheim@127.0.0.1:1/z' };
    const { output } = await expectRefusal(
      settings,
      /^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:1/,
    );
    expect(output).not.toContain('geheim');
  });

  it('with something else at DATABASE_URL, which takes the connection and says nothing', async () => {
    const port = await takePort();
    const settings = { ...own, DATABASE_URL: `postgres://x:y@127.0.0.1:${port}/z` };
    const { seconds } = await expectRefusal(settings, /^DATABASE_URL: no PostgreSQL answers/);
    expect(seconds).toBeLessThan(40);
  });

  it('without the Meilisearch of MEILI_URL', async () => {
    const settings = { SALING_DATA_DIR, MEILI_URL: 'http://127.0.0.1:1', MEILI_KEY: 'secret-key' };
    await expectRefusal(settings, /MEILI_URL/);
    expect((await runToEnd({ settings })).output).not.toContain('secret-key');
  });

  it('with a data folder of another version of PostgreSQL', async () => {
    const old = join(folder.path, 'old');
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '15\n');
    await expectRefusal({ SALING_DATA_DIR: old }, /15/);
  });

  it('with a data folder that cannot be', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const impossible = [file, join(file, 'data'), '/dev/null/x', '/proc/x', '/proc/x/y', 'x'.repeat(2000)];
    for (const place of impossible) {
      const ended = await expectRefusal({ SALING_DATA_DIR: place }, /^SALING_DATA_DIR: /);
      expect(ended.output.length).toBeLessThan(400);
    }
  });

  // Permissions do not stop root; an ordinary user is stopped whoever runs the tests.
  it('with a data folder that an ordinary user may not write', async () => {
    const locked = join(folder.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    await expectRefusal(
      { SALING_DATA_DIR: join(locked, 'data') },
      /^SALING_DATA_DIR: this user may not/,
      uid,
    );
  });
});
