import type { Server } from 'node:http';
import next from 'next';
import type { PageHandler } from '#server/http/pipeline.ts';

export type Pages = { handle: PageHandler; close(): Promise<void> };

/** Next, in this process and on this server. `hostname` is left out on purpose: with it, rewrites answer 500. */
export async function preparePages(server: Server, isDevelopment: boolean, port: number): Promise<Pages> {
  const app = next({ dev: isDevelopment, dir: '.', port, httpServer: server, quiet: !isDevelopment });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (request, response) => handle(request, response), close: () => app.close() };
}
