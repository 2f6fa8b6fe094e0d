import postgres from 'postgres';
import type { Server } from 'socket.io';
import { logger } from '#lib/platform/log.ts';
import { CHANGED_EVENT, changedNotice, WATCH_CHANNEL, watchRoom } from '#lib/publishing/contract.ts';
import { ACCESS_CHANNEL, cutEnded } from './access.ts';

const log = logger('realtime');

/**
 * Passes what the publishing reaction said on to the sockets of this process, and cuts those whose access has
 * ended. Notices are hints: who missed one sees the change at the next page load, and each event asks anew.
 */
export async function startPublisher(url: string, io: Server): Promise<() => Promise<void>> {
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => undefined });
  await sql.listen(WATCH_CHANNEL, (text) => {
    const notice = changedNotice.safeParse(parse(text));
    if (!notice.success) {
      log.warn('a notice could not be read');
      return;
    }
    const { slugs, isTrial } = notice.data;
    for (const slug of slugs) {
      // Desks of the trial copy read what is real, too; nobody else reads what they write.
      const desks = io.to(watchRoom(slug, true));
      (isTrial ? desks : desks.to(watchRoom(slug, false))).emit(CHANGED_EVENT, { slug });
    }
  });
  await sql.listen(ACCESS_CHANNEL, (text) => cutEnded(io, parse(text)));
  return () => sql.end({ timeout: 1 });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
