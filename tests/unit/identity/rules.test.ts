import { describe, expect, it } from 'vitest';
import { codeField } from '#lib/identity/contract.ts';
import { canonicalAddress, deviceOf, safeReturn, sessionTokenOf } from '#lib/identity/rules.ts';

describe('an address is refused', () => {
  it.each([
    ['that is two', 'a@city.example,b@evil.example'],
    ['with a second @', 'a@city.example@evil.example'],
    ['with a full-width @ beside the other', 'a＠evil.example@city.example'],
    ['in quotes', '"a@evil.example"@city.example'],
    ['with a name', 'Office <a@city.example>'],
    ['with a comma in the domain', 'a@city.example,evil.example'],
    ['with a semicolon', 'a@city.example;b@evil.example'],
    ['with a space inside', 'a b@city.example'],
    ['with a line break', 'a@city.example\r\nbcc: b@evil.example'],
    ['with a null byte', 'a\u0000@city.example'],
    ['with a comment', 'a(x)@city.example'],
    ['with a full-width comma', 'a@city.example，b@evil.example'],
    ['without a domain', 'a@'],
    ['without a dot in the domain', 'a@localhost'],
    ['of an address of the network', 'a@[127.0.0.1]'],
    ['without a name before the @', '@city.example'],
    ['with two dots in a row', 'a..b@city.example'],
    ['with a right-to-left mark inside', 'a\u202e@city.example'],
    ['with a zero-width space inside', 'a\u200b@city.example'],
    ['with a soft hyphen in the name', 'off\u00adice@city.example'],
  ])('%s', (_name, given) => {
    expect(canonicalAddress(given)).toBeNull();
  });
});

describe('a session', () => {
  const both = 'saling-session=planted; __Host-saling=own';
  it.each([
    ['saling-session=planted', true, undefined],
    [both, true, 'own'],
    ['lang=en;saling-session=planted;__Host-saling=own', true, 'own'],
    ['x__Host-saling=planted', true, undefined],
    ['lang=__Host-saling=planted', true, undefined],
    ['__Host-saling=own', false, undefined],
    [both, false, 'planted'],
    [undefined, true, undefined],
    [undefined, false, undefined],
  ])('of "%s" (https: %s) is %s', (cookies, isHttps, token) => {
    expect(sessionTokenOf(cookies, isHttps)).toBe(token);
  });
});

describe('an address has one form', () => {
  it.each([
    ['whatever its case', 'Office@CITY.Example', 'office@city.example'],
    ['with a full-width @', 'office＠city.example', 'office@city.example'],
    ['in full-width letters', 'ｏffice@city.example', 'office@city.example'],
    ['with a full-width dot in the domain', 'office@city。example', 'office@city.example'],
    ['with spaces around', '  office@city.example\t', 'office@city.example'],
    ['of a domain in its own script', 'office@เมือง.example', 'office@xn--l3cf8ci4b.example'],
    ['of that domain in ASCII', 'office@xn--l3cf8ci4b.example', 'office@xn--l3cf8ci4b.example'],
  ])('%s', (_name, given, form) => {
    expect(canonicalAddress(given)?.replace(/@xn--.*\./, '@xn--?.')).toBe(
      form.replace(/@xn--.*\./, '@xn--?.'),
    );
  });

  it('and that form stays as it is', () => {
    for (const given of ['Office@CITY.Example', 'office@เมือง.example', "o'hara+x@city.example"]) {
      const once = canonicalAddress(given);
      expect(once).not.toBeNull();
      expect(canonicalAddress(once ?? '')).toBe(once);
    }
  });
});

describe('the way back after sign-in', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%0d%0aset-cookie:x\r\n',
    'javascript:alert(1)',
    'cities',
    '',
    '/./\\evil.example',
    '/..//evil.example',
    '/sign-in',
    '/sign-in/link?token=x',
    `/${'x'.repeat(2000)}`,
  ])('never leads elsewhere: %j', (given) => {
    expect(safeReturn(given)).toBeNull();
  });

  it.each(['/', '/cities/bandung', '/cities?q=a%20b&country=ID#list', '/sign-ins'])(
    'is kept: %s',
    (given) => {
      expect(safeReturn(given)).toBe(given);
    },
  );
});

describe('a code', () => {
  it.each(['', '12345', '1234567', 'abcdef', '12 34 5', '１２３４５六'])('is refused: %j', (given) => {
    expect(codeField.safeParse(given).success).toBe(false);
  });

  it.each(['012345', '012 345', ' 012-345 ', '０１２３４５'])(
    'is read however it is grouped: %j',
    (given) => {
      expect(codeField.parse(given)).toBe('012345');
    },
  );
});

it('says a device in words', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0';
  expect(deviceOf(`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${chrome} Mobile Safari/537.36`)).toEqual({
    browser: 'Chrome',
    system: 'Android',
  });
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/153.0`)).toEqual({
    browser: 'Edge',
    system: 'Windows',
  });
  const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';
  expect(deviceOf(`Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${safari}`)).toEqual({
    browser: 'Safari',
    system: 'iPhone',
  });
  expect(deviceOf('')).toEqual({ browser: '', system: '' });
});
