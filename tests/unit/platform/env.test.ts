import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError, settingNames } from '#lib/platform/env.ts';

describe('settings', () => {
  it('names every wrong setting at once', () => {
    const read = () =>
      readSettings({ PORT: 'many', LOG_LEVEL: 'loud', MEILI_URL: 'meili', DATABASE_URL: 'mysql://x' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT.*MEILI_URL|MEILI_URL.*PORT/);
    for (const name of ['PORT', 'LOG_LEVEL', 'MEILI_URL', 'DATABASE_URL']) expect(read).toThrow(name);
  });

  it('refuses a search server without its key in production, and takes it elsewhere', () => {
    const given = { MEILI_URL: 'http://127.0.0.1:7700' };
    expect(() => readSettings({ ...given, NODE_ENV: 'production' })).toThrow('MEILI_KEY');
    expect(readSettings({ ...given, NODE_ENV: 'development' }).meiliKey).toBeUndefined();
  });

  it('counts an empty value as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      isEmbeddedDatabase: true,
    });
  });

  // Each setting, values that are wrong, and what the line says beside the name.
  const wrong: [string, string[], RegExp][] = [
    ['NODE_ENV', ['prod', 'Production'], /must be development, production or test/],
    ['LOG_LEVEL', ['loud', 'INFO', '20'], /must be debug, info, warn, error or silent/],
    ['PORT', ['many', '-1', '65536', '3e3', '0x10', '2.5', '٣'], /must be a whole number from 0 to 65535/],
    [
      'HOST',
      ['http://localhost', 'a b', '*', 'x'.repeat(300)],
      /must be an address or a name of this machine/,
    ],
    [
      'SALING_URL',
      ['saling.example', 'ftp://x', 'https://x/sub', 'https://x?a=b'],
      /must be an address without/,
    ],
    ['SALING_SAMPLE_DATA', ['true', '1', 'YES'], /must be yes or no/],
    ['SALING_TRIAL', ['true', 'no', '2'], /must be 0 or 1/],
    ['MAIL_FROM', ['saling', 'a@b, c@d.example', '@'], /must be one e-mail address/],
    ['MEILI_URL', ['meili', 'localhost:7700', 'http://'], /must be an address without user and password/],
    ['MEILI_INDEX_PREFIX', ['a b', 'x/y', 'x'.repeat(41)], /must be at most 40 letters/],
  ];
  it.each(wrong)('says what %s may be, and what was given', (name, values, allowed) => {
    for (const value of values) {
      const read = () => readSettings({ [name]: value });
      expect(read, value).toThrow(allowed);
      expect(read).toThrow(`${name} is "${value.slice(0, 60)}`);
      expect(read).toThrow(/^Wrong settings: [^\n]{1,300} See \.env\.example\.$/);
      expect(read).not.toThrow(/invalid|expected|received|option/i);
    }
  });

  const secret: [string, string[], RegExp][] = [
    [
      'DATABASE_URL',
      ['mysql://me:geheim@x/y', 'geheim', 'postgres://me:geheim@x'],
      /must look like postgres:/,
    ],
    [
      'DATABASE_URL',
      ['postgres://me:geheim%zz@x/y', 'postgres://me:geheim@x:99999/y'],
      /must look like postgres:/,
    ],
    ['SALING_SECRET', ['geheim'], /\(6 characters, not shown\) must have at least 32/],
    ['SMTP_URL', ['http://me:geheim@x', 'geheim'], /must look like smtp:/],
    ['MEILI_KEY', ['geheim é', 'geheim geheim'], /must hold letters, digits and signs of ASCII/],
    ['MEILI_URL', ['http://me:geheim@x'], /must be an address without user and password/],
    ['SALING_URL', ['https://me:geheim@x'], /must be an address without a path/],
  ];
  it.each(secret)('says what %s may be, and never what was given', (name, values, allowed) => {
    for (const value of values) {
      const read = () => readSettings({ NODE_ENV: 'development', [name]: value });
      expect(read, value).toThrow(allowed);
      expect(read).toThrow(`${name} (${value.length} characters, not shown) must`);
      expect(read).not.toThrow(/geheim/);
    }
  });

  it('has a wrong value above for each one but the folder, which the start itself tries', () => {
    const tried = [...wrong, ...secret].map(([name]) => name);
    expect([...new Set(tried), 'SALING_DATA_DIR'].sort()).toEqual([...settingNames].sort());
  });

  it('takes what people write: blanks around a value, a slash at the end', () => {
    expect(
      readSettings({
        PORT: ' 3001 ',
        SALING_URL: 'HTTPS://Saling.example.org/',
        HOST: '::1',
        MEILI_KEY: ' k ',
      }),
    ).toMatchObject({ port: 3001, publicUrl: 'https://saling.example.org', host: '::1', meiliKey: 'k' });
    const databaseUrl = 'postgresql://me:a%40b@[::1]:5432/na%20me?sslmode=require';
    expect(readSettings({ NODE_ENV: 'development', DATABASE_URL: databaseUrl })).toMatchObject({
      databaseUrl,
    });
  });

  it('lists the same settings as .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...settingNames].sort());
  });
});
