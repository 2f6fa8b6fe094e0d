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
    expect(welcome(readSettings({}), 3000)).toContain('Click first: http://127.0.0.1:3000/try');
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://[::1]:3000'],
    ['::1', 'http://[::1]:3000'],
  ])('names an address that can be opened where HOST is %s', (HOST, address) => {
    expect(welcome(readSettings({ HOST }), 3000)).toContain(`Saling is ready: ${address}\n`);
  });
});
