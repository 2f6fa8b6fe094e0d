import { describe, expect, it } from 'vitest';
import { isSameDigest, newCode, seal, unseal } from '#lib/platform/secret.ts';

describe('what is sealed', () => {
  it('says nothing, and each time looks different', () => {
    const [one, other] = [seal('the token'), seal('the token')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('token');
  });

  it('is opened again', () => {
    expect(unseal(seal('ភ្នំពេញ /sign-in?token=x'))).toBe('ភ្នំពេញ /sign-in?token=x');
    expect(unseal(seal(''))).toBe('');
  });

  it('is not opened when a byte was changed, nor when it is no seal', () => {
    const bytes = Buffer.from(seal('the token'), 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(changed.toString('base64url'))).toBeNull();
    }
    for (const none of ['', 'x', 'not sealed at all']) expect(unseal(none)).toBeNull();
  });
});

it('compares digests of equal length only', () => {
  expect(isSameDigest('abc', 'abc')).toBe(true);
  expect(isSameDigest('abc', 'abd')).toBe(false);
  expect(isSameDigest('abc', 'abcd')).toBe(false);
});

it('makes codes of six digits, zeros at the front too', () => {
  const codes = Array.from({ length: 2000 }, newCode);
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(codes.some((code) => code.startsWith('0'))).toBe(true);
});
