import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateCommand } from '#server/cli/commands/evaluate.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'saling-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bad options and files must be refused before a database is opened. */
const noDatabase: Runtime = {
  path: (name) => join(folder, name),
  withDatabase: () => Promise.reject(new Error('opened')),
  withWorker: () => Promise.reject(new Error('opened')),
};

function run(...args: string[]): Promise<unknown> {
  const command = evaluateCommand(noDatabase).exitOverride();
  command.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  return command.parseAsync(args, { from: 'user' });
}

const judged = [{ practiceId: 'p', grade: 3 }];

describe('saling evaluate', () => {
  it.each([[], ['--json'], ['--judgments'], ['file.json'], ['--queries', 'q.json', '--limit', '3']])(
    'refuses %j %j %j %j',
    async (...args) => {
      await expect(run(...args)).rejects.toBeInstanceOf(CommanderError);
    },
  );

  it.each([
    ['not JSON', '{', /j\.json: is not JSON/],
    ['no list', '{}', /j\.json: /],
    ['nothing in it', '[]', /j\.json: /],
    ['a missing field', JSON.stringify([{ judged }]), /at \[0\]\.needId/],
    [
      'a grade out of range',
      JSON.stringify([{ needId: 'n', judged: [{ practiceId: 'p', grade: 4 }] }]),
      /at \[0\]\.judged\[0\]\.grade/,
    ],
    [
      'a need twice',
      JSON.stringify([
        { needId: 'n', judged },
        { needId: 'n', judged },
      ]),
      /names a need twice/,
    ],
    [
      'a practice twice',
      JSON.stringify([{ needId: 'n', judged: [...judged, ...judged] }]),
      /names a practice twice/,
    ],
  ])('refuses a file with %s, with one line that names the place', async (_, text, line) => {
    writeFileSync(join(folder, 'j.json'), text);
    const refusal = run('--judgments', 'j.json');
    await expect(refusal).rejects.toBeInstanceOf(StartError);
    await expect(refusal).rejects.toThrow(line);
    await expect(refusal).rejects.toThrow(/^.+$/);
  });

  it('refuses a file that is not there', async () => {
    await expect(run('--queries', 'nowhere.json')).rejects.toThrow('nowhere.json: the file cannot be read.');
  });

  it('accepts either file alone', async () => {
    writeFileSync(join(folder, 'j.json'), JSON.stringify([{ needId: 'n', judged }]));
    writeFileSync(
      join(folder, 'q.json'),
      JSON.stringify([{ queryId: 'q', query: 'x', language: 'en', judged }]),
    );
    await expect(run('--judgments', 'j.json')).rejects.toThrow('opened');
    await expect(run('--queries', 'q.json', '--json')).rejects.toThrow('opened');
  });
});
