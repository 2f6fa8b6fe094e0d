import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { cleanTarget, mayUpgrade, refuseTarget } from '#server/http/target.ts';

function request(url: string, headers: Record<string, string> = {}, method = 'GET'): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), {
    url,
    method,
    headers: { host: 'localhost', ...headers },
  });
}

describe('targets that must not reach the pages', () => {
  it.each([
    ['http://evil.example/', 'bad-request'],
    ['*', 'bad-request'],
    ['/%ff', 'bad-request'],
    ['/a%00b', 'bad-request'],
    ['/%', 'bad-request'],
    ['/%ED%A0%80', 'bad-request'],
    ['/%5Cevil', 'bad-request'],
    [`/${'a'.repeat(200_000)}`, 'too-long'],
  ])('refuses %s', (target, refusal) => {
    expect(refuseTarget(request(target))).toBe(refusal);
  });

  it('refuses a host that is none', () => {
    for (const host of ['', 'a/b', 'user@host', 'a b']) {
      expect(refuseTarget(request('/', { host }))).toBe('bad-request');
    }
  });

  it('refuses bodies that are too large or of unknown length, and methods that nothing here has', () => {
    expect(refuseTarget(request('/', { 'content-length': '65537' }, 'POST'))).toBe('too-large');
    expect(refuseTarget(request('/', { 'transfer-encoding': 'chunked' }, 'POST'))).toBe('length-required');
    expect(refuseTarget(request('/', {}, 'PUT'))).toBe('method-not-allowed');
    expect(refuseTarget(request('/api/v1/cities', {}, 'TRACE'))).toBe('method-not-allowed');
  });

  it('lets readable addresses through, in every script', () => {
    for (const target of ['/', '/cities?q=%E0%B8%99', `/${encodeURIComponent('ปัญหา')}`, '/api/v1/cities']) {
      expect(refuseTarget(request(target))).toBeUndefined();
    }
    expect(refuseTarget(request('/', { host: '[::1]:3000' }))).toBeUndefined();
  });

  it('takes U+0000 out of a query, and nothing else', () => {
    expect(cleanTarget('/a?q=%00x%20y&z=%0')).toBe('/a?q=x%20y&z=%0');
    expect(cleanTarget('/a')).toBe('/a');
  });

  it('lets only sockets leave HTTP', () => {
    expect(mayUpgrade(request('/realtime/?EIO=4'))).toBe(true);
    for (const target of ['/', '//host/realtime/', 'http://host/realtime/', '/_next/hmr']) {
      expect(mayUpgrade(request(target))).toBe(false);
    }
    expect(mayUpgrade(request('/_next/hmr'), '/_next/')).toBe(true);
    expect(mayUpgrade(request('/realtime/', { host: 'a/b' }))).toBe(false);
  });
});
