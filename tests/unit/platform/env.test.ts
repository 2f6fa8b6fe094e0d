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

  it('never repeats a secret in what it says', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://me:geheim@host/x' })).toThrow(/^(?!.*geheim)/);
  });

  it('lists the same settings as .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...settingNames].sort());
  });
});
