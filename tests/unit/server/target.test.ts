import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { canonicalTarget, cleanTarget, mayUpgrade, refuseTarget, withoutRsc } from '#server/http/target.ts';

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

describe('words to look for in an address', () => {
  const q = (target: string) => new URL(cleanTarget(target), 'http://x').searchParams.get('q') ?? '';

  it('are no longer than one over what a page takes, so that the page knows', () => {
    const long = encodeURIComponent('ข'.repeat(10_000));
    expect(q(`/practices?topic=heat&q=${long}&country=ID`)).toBe('ข'.repeat(501));
    expect(cleanTarget(`/practices?topic=heat&q=${long}&country=ID`)).toMatch(
      /^\/practices\?topic=heat&q=[^&]*&country=ID$/,
    );
    expect(q(`/practices?q=${'🌊'.repeat(400)}`).isWellFormed()).toBe(true);
    for (const broken of ['%ff', '%', '%E0%B8'])
      expect(q(`/search?q=${broken.repeat(400)}`).length).toBeLessThan(502);
  });

  it('are left alone where they are short, in the API, and in other parameters', () => {
    const text = 'x'.repeat(9000);
    for (const target of [
      '/practices?q=a%20b',
      `/api/v1/practices?q=${text}`,
      `/problem?text=${text}`,
      '/?',
    ]) {
      expect(cleanTarget(target)).toBe(target);
    }
  });
});

describe('the address that links of a page are made of', () => {
  it.each([
    ['/?_rsc', '/'],
    ['/?_rsc=', '/'],
    ['/?_rsc=1ab2', '/'],
    ['/?_rsc&lang=id', '/?lang=id'],
    ['/cities?q=a&_rsc=x', '/cities?q=a'],
    ['/cities?q=a&_rsc&country=ID', '/cities?q=a&country=ID'],
    ['/cities?_rsc=x&_rsc&q=_rsc', '/cities?q=_rsc'],
    ['/cities?', '/cities'],
  ])('of %s is %s: what scripts add to it is left out', (target, shown) => {
    expect(withoutRsc(target)).toBe(shown);
  });

  it.each(['/', '/cities', '/cities?q=a%26_rsc%3Dx', '/search?my_rsc=1', '/search?_rscx=1'])(
    'of %s is as it was asked for',
    (target) => {
      expect(withoutRsc(target)).toBe(target);
    },
  );
});

describe('the one address of a record', () => {
  it.each([
    ['/cities/Bandung', '/cities/bandung'],
    ['/cities/BANDUNG/matches?mode=Exchange', '/cities/bandung/matches?mode=Exchange'],
    ['/practices/%E0%B8%82-X', '/practices/%E0%B8%82-x'],
    ['/cities/bandung', undefined],
    ['/cities/%E0%B8%82', undefined],
    ['/cities?q=Flood', undefined],
    ['/api/v1/cities/Bandung', undefined],
    ['/our-city/practices/X', undefined],
  ])('of %s is %s', (target, canonical) => {
    expect(canonicalTarget(target)).toBe(canonical);
  });
});
