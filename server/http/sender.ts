import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { keyedHash } from '#lib/platform/secret.ts';

const NEAR = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/**
 * A digest of where a request came from, for counting: another one each day, and no way back to the address
 * without the installation's secret. Must be asked before Next sees the request, which adds headers of its own.
 */
export function senderOf(request: IncomingMessage, now: Date): string {
  return keyedHash('sender', now.toISOString().slice(0, 10), networkOf(addressOf(request)));
}

/** What a proxy near us wrote last; what stands before it, anybody may have written. */
function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'];
  if (forwarded === undefined || !NEAR.test(peer)) return peer;
  return String(forwarded).split(',').at(-1)?.trim() ?? peer;
}

/** Of IPv6 the first 64 bits: one connection holds all addresses of such a network. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
