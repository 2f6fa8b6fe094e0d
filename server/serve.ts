import { env } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import { print, say } from './cli/output.ts';
import { createPipeline, type PageHandler } from './http/pipeline.ts';
import { createHttpServer, listen } from './http/server.ts';
import { startPublisher } from './realtime/publisher.ts';
import { createRealtime } from './realtime/realtime.ts';
import { ensureBuild } from './startup/build.ts';
import { prepareData } from './startup/data.ts';
import { openForUse } from './startup/database.ts';
import type { Lifecycle } from './startup/lifecycle.ts';
import { preparePages } from './startup/pages.ts';
import { checkSearch } from './startup/search.ts';
import { welcome } from './startup/welcome.ts';

const log = logger('start');

/** Starts everything, cheap checks first, and prints where to go. Resolves once requests are answered. */
export async function serve(lifecycle: Lifecycle, isDevelopment: boolean): Promise<void> {
  const settings = env();
  let pages: PageHandler | undefined;
  const copy = { mayTry: settings.mayTry, host: settings.host };
  const pipeline = createPipeline({ ...copy, isDevelopment, publicUrl: settings.publicUrl }, () => pages);
  const server = createHttpServer(pipeline, isDevelopment);
  // Taken first: a taken port must not cost a build.
  const port = await listen(server, settings.host, settings.port);
  lifecycle.onStop('port', () => closeServer(server));
  noteFaults(lifecycle);
  await checkSearch(settings);

  // Before the build, too: a database that is not there is said at once, in one line.
  const database = await openForUse(settings, 'server');
  lifecycle.onStop('database', () => database.stop());
  lifecycle.signal.throwIfAborted();
  await Promise.all([
    prepareData(settings, database, lifecycle, say),
    isDevelopment ? undefined : ensureBuild(say, lifecycle.signal),
  ]);
  lifecycle.signal.throwIfAborted();
  const io = createRealtime(server, copy);
  lifecycle.onStop('realtime', () => io.close());
  lifecycle.onStop('publisher', await startPublisher(database.url, io));
  const next = await preparePages(server, isDevelopment, port);
  lifecycle.onStop('pages', () => next.close());
  pages = next.handle;
  print(welcome(settings, port));
  log.debug({ seconds: Math.round(process.uptime()) }, 'started');
}

function closeServer(server: ReturnType<typeof createHttpServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Answers under way get a moment; idle connections none.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}

/** The driver writes a moment later, and fails outside of everything when the connection has broken by then. */
function isLateWrite(error: Error): boolean {
  return error instanceof TypeError && /nextWrite \(\S*postgres\S*connection/.test(error.stack ?? '');
}

function noteFaults(lifecycle: Lifecycle): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection was not handled'));
  process.on('uncaughtException', (error) => {
    // A connection that the worker's pool has let go may still hear that the database ends: no fault of the stop.
    if (lifecycle.signal.aborted) {
      log.debug({ err: error }, 'heard while stopping');
      return;
    }
    if (isLateWrite(error)) {
      log.warn('a connection to the database broke while something was written to it');
      return;
    }
    log.fatal({ err: error }, 'stopping after an unexpected error');
    void lifecycle.stop().then(() => process.exit(1));
  });
}
