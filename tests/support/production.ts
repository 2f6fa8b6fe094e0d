import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type MailServer, startMailServer } from './mail-server.ts';
import { siteUrl } from './server.ts';
import { endProcess, type Site, startSite } from './site-process.ts';

export const TEST_SECRET = 'only for tests: thirty-two letters and more';

/** The real server as in production, on this database, with a mail server of its own; ended after the file's tests. */
export async function productionSite(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<{ site: Site; mail: MailServer }> {
  // Two starts at once would both build the pages, and one of them fail.
  await siteUrl();
  const mail = await startMailServer();
  const site = await startSite(mkdtempSync(join(tmpdir(), 'saling-production-')), {
    DATABASE_URL: databaseUrl,
    SMTP_URL: mail.url,
    SALING_SECRET: TEST_SECRET,
    LOG_LEVEL: 'debug',
    ...settings,
  });
  afterAll(async () => {
    await endProcess(site.pid);
    await mail.stop();
  });
  return { site, mail };
}

/** Seconds of processor time that a process has used; undefined where the system does not say. */
export function processorSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
