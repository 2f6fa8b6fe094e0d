import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#lib/platform/env.ts';
import { welcome } from '#server/startup/welcome.ts';

describe('what is said once the server is ready', () => {
  it.each([
    ['the network can reach it', { HOST: '0.0.0.0' }],
    ['there is a mail server', { SMTP_URL: 'smtp://127.0.0.1:25' }],
    ['the trial is closed', { SALING_TRIAL: '0' }],
    ['it has a database of its own', { DATABASE_URL: 'postgres://a@127.0.0.1/b', NODE_ENV: 'development' }],
  ])('does not lead to the trial where %s', (_why, given: Record<string, string>) => {
    const settings = readSettings(given);
    expect(welcome(settings, 3000)).not.toContain('/try');
    expect(welcome(settings, 3000)).toContain('/cities');
  });

  it('leads to the trial on a trial copy', () => {
    const words = welcome(readSettings({}), 3000);
    expect(words).toContain('Saling is ready: http://localhost:3000\n');
    expect(words).toContain('Click first: http://localhost:3000/try');
    // The desk of the other city: cookies are kept for each name.
    expect(words).toContain("other city's desk opens beside it: http://127.0.0.1:3000,");
  });

  it('names the same two addresses as README', () => {
    const addresses = (text: string) => [...new Set(text.match(/http:\/\/[a-z0-9.]+:3000/g))].sort();
    const said = addresses(welcome(readSettings({}), 3000));
    expect(said).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000']);
    expect(addresses(readFileSync('README.md', 'utf8'))).toEqual(said);
  });

  it.each([
    ['0.0.0.0', 'http://localhost:3000'],
    ['localhost', 'http://localhost:3000'],
    ['::', 'http://[::1]:3000'],
    ['::1', 'http://[::1]:3000'],
  ])('names an address that can be opened where HOST is %s', (HOST, address) => {
    expect(welcome(readSettings({ HOST }), 3000)).toContain(`Saling is ready: ${address}\n`);
  });
});
