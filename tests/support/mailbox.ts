import { jobContext } from '#lib/core/context.ts';
import type { OutboxNotice } from '#lib/notices/contract.ts';
import { listOutbox } from '#lib/notices/queries.ts';
import { reactions } from '#server/workers/reactions.ts';
import { startWorker } from '#server/workers/worker.ts';

const trial = { ...jobContext('test'), actor: { kind: 'visitor' as const, isOnTrialCopy: true } };

/** Lets the queued jobs run, then stops; mails that are kept can be read after it. */
export async function runJobs(url: string): Promise<void> {
  const worker = await startWorker(url, reactions, { isAlone: true });
  await worker.drain();
  await worker.stop();
}

/** Mails to an address that were kept, the newest first. */
export async function mailsTo(email: string): Promise<OutboxNotice[]> {
  return (await listOutbox(trial)).filter((notice) => notice.email === email);
}

/** Token and code of the newest mail to an address. @throws when there is none */
export async function newestMail(email: string): Promise<{ token: string; code: string }> {
  const [mail] = await mailsTo(email);
  const token = /token=([\w-]+)/.exec(mail?.words.action?.href ?? '')?.[1];
  const code = /\d{6}/.exec(mail?.words.code ?? '')?.[0];
  if (token === undefined || code === undefined) throw new Error(`no mail to ${email}`);
  return { token, code };
}
