import { describe, expect, it } from 'vitest';
import { explainError, explainField, explainMethod } from '#app/request/problem.ts';
import { ERROR_CODES, SalingError } from '#lib/core/errors.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';

const FIELD_CODES = [
  'required',
  'too-small',
  'too-big',
  'wrong-type',
  'unknown-value',
  'wrong-value',
  'unknown-field',
  'repeated',
];

describe('what a refusal says', () => {
  it('never tells what broke inside', () => {
    const cause = new Error('password of the database is swordfish');
    for (const error of [cause, new SalingError('internal', { cause }), 'text', undefined, null]) {
      const explained = explainError(error, 'en');
      expect(explained).toMatchObject({ code: 'internal', status: 500, params: {}, errors: [] });
      expect(JSON.stringify(explained)).not.toContain('swordfish');
    }
  });

  it.each([
    ['invalid', 400],
    ['not-found', 404],
    ['conflict', 409],
    ['too-many', 429],
    ['unavailable', 503],
    ['internal', 500],
  ] as const)('gives %s the status %i', (code, status) => {
    expect(explainError(new SalingError(code), 'en').status).toBe(status);
  });

  it.each(INTERFACE_LANGUAGES)('has its own words for every code in %s', (language) => {
    const titles = ERROR_CODES.map((code) => explainError(new SalingError(code), language));
    const fields = FIELD_CODES.map((code) => explainField({ pointer: '/q', code }, language));
    const texts = [...titles.map((one) => one.title), ...titles.map((one) => one.detail), ...fields];
    expect(new Set(texts).size).toBe(texts.length);
    // A missing message comes back as its own key.
    for (const text of texts) expect(text).toMatch(/^[A-Z].* .*[a-z.]$/);
  });

  it('says every sentence differently in the two languages', () => {
    for (const code of ERROR_CODES) {
      const [en, id] = INTERFACE_LANGUAGES.map((language) => explainError(new SalingError(code), language));
      expect(en?.title).not.toBe(id?.title);
      expect(en?.detail).not.toBe(id?.detail);
    }
    for (const code of FIELD_CODES) {
      expect(explainField({ pointer: '', code }, 'en')).not.toBe(explainField({ pointer: '', code }, 'id'));
    }
  });

  it('names the limit where there is one, in the digits of the language', () => {
    const problem = { pointer: '/q', code: 'too-big', params: { maximum: 10_000 } };
    expect(explainField(problem, 'en')).toContain('10,000');
    expect(explainField(problem, 'id')).toContain('10.000');
    expect(explainField({ pointer: '/limit', code: 'too-small', params: { minimum: 1 } }, 'en')).toContain(
      '1',
    );
  });

  it('calls a code that it does not know a value that cannot be used', () => {
    expect(explainField({ pointer: '/x', code: 'brand-new' }, 'en')).toBe(
      explainField({ pointer: '/x', code: 'wrong-value' }, 'en'),
    );
  });

  it('names the methods that are possible', () => {
    for (const language of INTERFACE_LANGUAGES) {
      expect(explainMethod('GET, HEAD', language).detail).toContain('GET, HEAD');
    }
  });
});
