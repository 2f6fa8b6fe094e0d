import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { constants } from 'node:zlib';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Options = { brotli: { params: Record<number, number> } };

// The package brings no types of its own.
const compression: (options: Options) => Middleware = createRequire(import.meta.url)('compression');

// 5 costs as much time as gzip's 6 and finds the second copy; 4 does not.
export const BROTLI_QUALITY = 5;

/**
 * Answers in brotli where the browser takes it, else gzip. Next knows gzip only, and a page holds its data
 * twice: brotli sees that, gzip's window of 32 kB does not (a home page of 22 kB becomes one of 15).
 */
export const compress: Middleware = compression({
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
});
