import type { IncomingMessage } from 'node:http';

const loopbackHost = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;
const loopbackPeer = /^(?:127\.|::1$|::ffff:127\.)/;
/** What proxies, balancers and delivery networks add, beside everything that begins with x-forwarded. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'x-original-forwarded-for',
  'x-original-host',
  'x-cluster-client-ip',
  'x-proxyuser-ip',
  'x-envoy-external-address',
  'fly-client-ip',
  'cdn-loop',
];

/** A trial copy: `mayTry` (embedded database, no mail server, not closed by SALING_TRIAL), served to this machine only. */
export type TrialCopy = { mayTry: boolean; host: string };

/**
 * Whether the request comes straight from this machine to a trial copy. Must be asked before Next sees the
 * request: Next adds x-forwarded headers of its own.
 */
export function isDirect(request: IncomingMessage, copy: TrialCopy): boolean {
  // Browsers have long spoken 1.1; a proxy that is told nothing else asks with 1.0.
  if (request.httpVersion === '1.0') return false;
  if (!copy.mayTry || !isLoopbackName(copy.host)) return false;
  if (!loopbackPeer.test(request.socket.remoteAddress ?? '')) return false;
  if (!loopbackHost.test(request.headers.host ?? '')) return false;
  return !Object.keys(request.headers).some(
    (name) => proxyHeaders.includes(name) || name.startsWith('x-forwarded'),
  );
}

export function isLoopbackName(host: string): boolean {
  return loopbackHost.test(host);
}
