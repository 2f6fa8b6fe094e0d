import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import next from 'next';
import { compress } from '#server/http/compress.ts';
import { readableFailures } from '#server/http/failures.ts';
import type { PageHandler } from '#server/http/pipeline.ts';
import { sendPagesWhole } from '#server/http/whole-pages.ts';

export type Pages = { handle: PageHandler; close(): Promise<void> };

const DIR = process.cwd();
// Its types say nothing of how Node sees this file.
const { default: readConfig }: { default: (phase: string, dir: string) => Promise<unknown> } = createRequire(
  import.meta.url,
)('next/dist/server/config.js');

/** Next, in this process and on this server. `hostname` is left out on purpose: with it, rewrites answer 500. */
export async function preparePages(server: Server, isDevelopment: boolean, port: number): Promise<Pages> {
  // Next keeps what it has read, and announces its settings file only when it reads it itself.
  if (!isDevelopment) await readConfig('phase-production-server', DIR);
  const app = next({ dev: isDevelopment, dir: DIR, port, httpServer: server, quiet: !isDevelopment });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer: PageHandler = (request, response) =>
    new Promise((resolve, reject) => {
      compress(request, response, () => {
        // In development a page comes as it is made, so that a slow part can be seen, and Next shows errors.
        if (!isDevelopment) {
          sendPagesWhole(request, response);
          readableFailures(request, response);
        }
        handle(request, response).then(resolve, reject);
      });
    });
  return { handle: answer, close: () => app.close() };
}
