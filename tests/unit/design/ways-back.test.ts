import { describe, expect, test } from 'vitest';
import { readAsked } from '#app/(public)/problem/asked.ts';
import { backTo, readTheme } from '#app/theme/theme.ts';
import { placeOf } from '#components/site/place-of.ts';
import { withLanguage } from '#components/site/with-language.ts';

describe('the choice of light or dark', () => {
  test.each([
    ['another host', 'https://evil.example/x'],
    ['another port', 'http://saling.test:81/x'],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'not an address'],
    ['the choice itself', 'http://saling.test/theme?to=dark'],
  ])('does not lead to %s', (_name, referer) => {
    expect(backTo(referer, 'saling.test')).toBe('/');
  });

  test('never makes an address that a browser reads as another host', () => {
    expect(backTo('http://saling.test//evil.example', 'saling.test')).toBe('/evil.example');
    expect(backTo('http://saling.test/\\evil.example', 'saling.test')).toBe('/evil.example');
  });

  test('leads back to the page with its query', () => {
    expect(backTo('http://saling.test/practices?q=banjir', 'saling.test')).toBe('/practices?q=banjir');
    expect(backTo(null, 'saling.test')).toBe('/');
  });

  test('is light, dark or the device', () => {
    expect(['light', 'dark', 'blue', '', undefined].map(readTheme)).toEqual([
      'light',
      'dark',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('links of the header', () => {
  test('the other language keeps the rest of the address', () => {
    expect(withLanguage('/practices?q=a%26b&lang=en', 'id')).toBe('/practices?q=a%26b&lang=id');
    expect(withLanguage('//evil.example', 'id')).toBe('/evil.example?lang=id');
    expect(withLanguage(undefined, 'id')).toBe('?lang=id');
  });

  test('a page knows the place that it belongs to', () => {
    expect(placeOf('/cities/bandung')).toBe('cities');
    expect(placeOf('/practices?q=x')).toBe('practices');
    expect(placeOf('/about')).toBeUndefined();
    expect(placeOf(undefined)).toBeUndefined();
  });
});

describe('what the address of a described problem asks for', () => {
  test.each(['', '   ', '?!…', '\u200b\u200b', '🙂'])('%j is empty', (text) => {
    expect(readAsked({ text }).state).toBe('empty');
  });

  test('a text that is too long is said to be, and kept', () => {
    const asked = readAsked({ text: 'a'.repeat(10_001) });
    expect(asked.state).toBe('long');
    expect(asked.text).toHaveLength(10_001);
  });

  test('10,000 letters are fine, lone surrogates and U+0000 are mended', () => {
    expect(readAsked({ text: 'ก'.repeat(10_000) }).state).toBe('fine');
    expect(readAsked({ text: 'a\ud800b\u0000c' }).text).toBe('a\ufffdbc');
  });

  test('topics are those that were ticked, none is "as understood"', () => {
    expect(readAsked({ text: 'banjir', topic: ['heat', ''] })).toMatchObject({ topics: ['heat'] });
    expect(readAsked({ text: 'banjir' })).toMatchObject({ topics: undefined });
    expect(readAsked({}).state).toBe('nothing');
  });
});
