import type { IncomingMessage } from 'node:http';
import { mayUpgrade } from '#server/http/target.ts';

/**
 * Why a handshake is refused, or undefined when it may go on. Browsers send Origin with every WebSocket and
 * every cross-site request, and CORS does not cover WebSockets; programs send none.
 */
export function refuseHandshake(request: IncomingMessage): string | undefined {
  const { origin, host } = request.headers;
  if (!mayUpgrade(request)) return 'bad-request';
  if (origin !== undefined && originHost(origin) !== host?.toLowerCase()) return 'foreign-origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-origin';
  return undefined;
}

function originHost(origin: string): string | undefined {
  try {
    const url = new URL(origin);
    return /^https?:$/.test(url.protocol) ? url.host : undefined;
  } catch {
    return undefined;
  }
}
