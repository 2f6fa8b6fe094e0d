import type { IncomingMessage } from 'node:http';

const loopbackHost = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;
const loopbackPeer = /^(?:127\.|::1$|::ffff:127\.)/;
/** What proxies, balancers, delivery networks and tunnels add. */
const proxyHeaders = [
  'forwarded',
  'forwarded-for',
  'forwarded-proto',
  'via',
  'client-ip',
  'true-client-ip',
  'x-real-ip',
  'x-real-port',
  'x-client-ip',
  'x-remote-ip',
  'x-remote-addr',
  'x-scheme',
  'x-url-scheme',
  'x-rewrite-url',
  'x-host',
  'x-proxyuser-ip',
  'x-coming-from',
  'x-arr-ssl',
  'x-arr-log-id',
  'x-site-deployment-id',
  'x-nginx-proxy',
  'x-varnish',
  'x-served-by',
  'x-cache',
  'x-request-start',
  'x-cloud-trace-context',
  'x-appengine-user-ip',
  'x-nf-client-connection-ip',
  'x-nf-request-id',
  'ali-cdn-real-ip',
  'cdn-src-ip',
  'cdn-loop',
  'cdn-requestid',
  'surrogate-capability',
  'proxy-connection',
];
/** Families of them: what begins so is a proxy's, whatever follows. */
const proxyFamilies = [
  'x-forwarded',
  'x-original-',
  'x-cluster-',
  'x-envoy-',
  'x-amzn-',
  'x-amz-cf-',
  'cloudfront-',
  'cf-',
  'x-azure-',
  'x-fd-',
  'x-appgw-',
  'x-vercel-',
  'fastly-',
  'fly-',
  'akamai-',
  'x-akamai-',
  'x-sucuri-',
  'x-proxy-',
  'x-proxied-',
  'tailscale-',
  'ngrok-',
  'x-tunnel-',
  'x-ms-proxy',
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
    (name) => proxyHeaders.includes(name) || proxyFamilies.some((family) => name.startsWith(family)),
  );
}

export function isLoopbackName(host: string): boolean {
  return loopbackHost.test(host);
}
