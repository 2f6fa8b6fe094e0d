import type { Server } from 'node:http';
import next from 'next';
import { compress } from '#server/http/compress.ts';
import type { PageHandler } from '#server/http/pipeline.ts';
import { sendPagesWhole } from '#server/http/whole-pages.ts';

export type Pages = { handle: PageHandler; close(): Promise<void> };

/** Next, in this process and on this server. `hostname` is left out on purpose: with it, rewrites answer 500. */
export async function preparePages(server: Server, isDevelopment: boolean, port: number): Promise<Pages> {
  const app = next({ dev: isDevelopment, dir: '.', port, httpServer: server, quiet: !isDevelopment });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer: PageHandler = (request, response) =>
    new Promise((resolve, reject) => {
      compress(request, response, () => {
        // In development a page comes as it is made, so that a slow part can be seen.
        if (!isDevelopment) sendPagesWhole(request, response);
        handle(request, response).then(resolve, reject);
      });
    });
  return { handle: answer, close: () => app.close() };
}
