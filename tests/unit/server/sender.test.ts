import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { senderOf } from '#server/http/sender.ts';

const TODAY = new Date('2026-05-12T08:00:00Z');
const from = (remoteAddress: string, forwarded?: string, now = TODAY) =>
  senderOf(
    {
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    } as IncomingMessage,
    now,
  );

describe('where a request came from', () => {
  it('cannot be read from the digest', () => {
    expect(from('203.0.113.7')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another digest the next day', () => {
    const tomorrow = new Date('2026-05-13T00:00:00Z');
    expect(from('203.0.113.7', undefined, tomorrow)).not.toBe(from('203.0.113.7'));
  });

  it('is not what the sender claims', () => {
    expect(from('203.0.113.7', '198.51.100.1')).toBe(from('203.0.113.7'));
    expect(from('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe(from('203.0.113.7'));
  });

  it.each([
    ['IPv4 in the form of IPv6', '::ffff:203.0.113.7', '203.0.113.7', true],
    ['two addresses of one connection', '2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d', true],
    ['two connections', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['two neighbours', '203.0.113.7', '203.0.113.8', false],
  ])('tells %s', (_name, one, other, isSame) => {
    expect(from(one) === from(other)).toBe(isSame);
  });
});
