import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteUrl } from '#tests/support/server.ts';
import { ask, expectProblem } from './ask.ts';
import { rows, targetOf } from './targets.ts';

let base: string;
beforeAll(async () => {
  base = await siteUrl();
});

const LONG = 10_000;
/** Already in the form in which they stand in an address. */
const hostile = [
  '',
  '%00',
  '%ED%A0%80',
  '%FF%FE',
  '%C0%AF',
  '%F0%9F%8F%99',
  '%E2%80%8B%E2%80%8B',
  '%E2%80%AE',
  '...%3F%21',
  "'%3B%20DROP%20TABLE%20practice%3B--",
  "1'%20OR%20'1'%3D'1",
  '%24%7B7*7%7D',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '..%2F..%2Fetc%2Fpasswd',
  '%5C%27%22%60',
  '%25s%25n',
  '1e9',
  '-1',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  'a'.repeat(LONG),
  '!'.repeat(LONG),
  '%E0%B8%82'.repeat(LONG / 10),
  'a+'.repeat(LONG / 2),
  '%28%28%28%28%28%28'.repeat(300),
];

const byName = new Map(rows.map((row) => [row.operationId as string, row]));
const operation = fc.constantFrom(...byName.keys());
const bytes = fc
  .uint8Array({ maxLength: 60 })
  .map((array) => [...array].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
const words = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .map((text) => encodeURIComponent(text.toWellFormed()));
const broken = fc.constantFrom('%', '%z', '%e0%a4', '&', '&&=', '=', ';', '+', '[]', '[$ne]', '?');
const value = fc.oneof(fc.constantFrom(...hostile), bytes, words, broken);
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('q', 'topic', 'country', 'sdg', 'limit', 'cursor', 'lang', 'mode', 'city'),
  },
  { weight: 1, arbitrary: fc.oneof(words, bytes, broken) },
);
const query = fc
  .array(fc.tuple(name, value), { maxLength: 5 })
  .map((pairs) => pairs.map(([key, text]) => `${key}=${text}`).join('&'));
const headers = fc.record(
  {
    'accept-language': fc.constantFrom('', '*', 'id', 'xx-'.repeat(300), ';;q=,', 'id;q=9e99'),
    'if-none-match': fc.constantFrom('', '"', '"""', 'W/', '*', ',,,,', '"'.repeat(2000)),
    accept: fc.constantFrom('', 'text/html', 'image/*', ';;'),
    cookie: fc.constantFrom('', 'lang=xx', 'lang=', ';;;=', `lang=${'a'.repeat(3000)}`),
    'x-saling-language': fc.constantFrom('xx', ''),
  },
  { requiredKeys: [] },
);

/** Whatever was sent: no 5xx, no trace of the inside, no long wait, and problem JSON for every refusal. */
async function expectCalm(target: string, given: Record<string, string> = {}): Promise<void> {
  const answer = await ask(base, target, { headers: given });
  const about = `${target.slice(0, 300)} (${target.length} characters)`;
  expect(answer.status, `${about} ${answer.text}`).toBeLessThan(500);
  expect(answer.milliseconds, about).toBeLessThan(2000);
  if (answer.status >= 400) expectProblem(answer, answer.status);
  else if (answer.status === 200) JSON.parse(answer.text);
}

describe('malformed input', () => {
  it('of the hostile set is answered calmly by every parameter of every address', {
    timeout: 120_000,
  }, async () => {
    for (const one of rows) {
      const parameters = [...Object.keys(one.input.shape), 'lang', 'unknown'];
      for (const text of hostile) {
        await expectCalm(targetOf(one, '', text === '' ? undefined : text));
        for (const parameter of parameters) await expectCalm(targetOf(one, `${parameter}=${text}`));
      }
    }
  });

  it('of any kind is answered calmly by every address', { timeout: 120_000 }, async () => {
    const part = fc.option(fc.oneof(value, words), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(operation, query, part, headers, async (name, text, record, given) => {
        const one = byName.get(name);
        if (one === undefined) throw new Error(name);
        await expectCalm(targetOf(one, text, record === '' ? undefined : record), given);
      }),
      { numRuns: 2000, interruptAfterTimeLimit: 90_000 },
    );
  });

  it('outside every known address is answered calmly', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(bytes, words, broken), { maxLength: 4 }), async (parts) => {
        await expectCalm(`/api/${parts.join('/').replaceAll('#', '')}`);
      }),
      { numRuns: 300 },
    );
  });
});
