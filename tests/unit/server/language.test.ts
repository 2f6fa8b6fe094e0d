import { describe, expect, it } from 'vitest';
import { resolveLanguage } from '#server/http/language.ts';

const resolve = (target: string, cookie?: string, acceptLanguage?: string) =>
  resolveLanguage({ target, cookie, acceptLanguage });

describe('language of a request', () => {
  it.each([
    ['/?lang=th', undefined, undefined, 'en'],
    ['/?lang=', 'lang=id', undefined, 'id'],
    ['/', 'lang=xx', 'id', 'id'],
    ['/', 'slang=id', undefined, 'en'],
    ['/', undefined, 'fr;q=0.9, xx', 'en'],
    ['/', undefined, 'id;q=0, en;q=0.1', 'en'],
    ['/', undefined, ';;;q=,,,', 'en'],
  ])('falls back where %s, cookie %s, header %s cannot be used', (target, cookie, header, language) => {
    expect(resolve(target, cookie, header)).toEqual({ language, cookie: undefined });
  });

  it('keeps what the reader has just chosen, for a year', () => {
    expect(resolve('/cities?lang=id&q=x', 'lang=en', 'en')).toEqual({
      language: 'id',
      cookie: 'lang=id; Path=/; Max-Age=31536000; SameSite=Lax',
    });
  });

  it('takes the cookie before the browser, and the browser by quality', () => {
    expect(resolve('/', 'a=b; lang=id', 'en').language).toBe('id');
    expect(resolve('/', undefined, 'en;q=0.5, id-ID;q=0.8').language).toBe('id');
    expect(resolve('/', undefined, 'in-ID, en;q=0.9').language).toBe('id');
  });
});
