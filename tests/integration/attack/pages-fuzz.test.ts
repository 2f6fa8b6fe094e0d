import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { rows } from '#tests/integration/api/targets.ts';
import { processorSeconds } from '#tests/support/production.ts';
import { ask, type RawQuestion } from '#tests/support/raw-request.ts';
import { sharedSite } from '#tests/support/site-process.ts';

const { url: site, pid } = await sharedSite(inject('run').folder);
const RUNS = 2000;
/** Seconds of processor time for one answer. */
const LONGEST = 2;

/** Every page that anybody may ask for, and every address of the API, with a bracket for each part. */
const pages = globSync('app/(public)/**/page.tsx').map((file) =>
  file.replace(/^app\/\(public\)/, '').replace(/\/page\.tsx$/, ''),
);
const addresses = [...pages, ...rows.map(({ path }) => `/api/v1${path.replaceAll(/\{\w+\}/g, '[x]')}`)];

const HOSTILE = [
  '',
  '%',
  '%zz',
  '%ff%fe',
  '%00',
  '%ED%A0%80',
  '%C0%AF',
  '%2F',
  '%2e%2e%2f',
  '%5c',
  '%0d%0aset-cookie:x',
  '%E2%80%8B',
  '%E2%80%AE',
  '%F0%9F%8C%8A',
  "'%20or%201=1--",
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '$%7B7*7%7D',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '0',
  '1e9',
  'abc',
  '9'.repeat(400),
  'x'.repeat(10_000),
  '%E0%B8%82'.repeat(10_000),
  '('.repeat(3000),
  'a+'.repeat(4000),
];
const NAMES = [
  'q',
  'text',
  'topic',
  'country',
  'sdg',
  'limit',
  'cursor',
  'lang',
  'mode',
  'city',
  'kind',
  'id',
].concat(['token', 'to', 'year', 'size', 'record', 'page', '_rsc', '__proto__', 'x[]', '']);

const bytes = fc
  .uint8Array({ maxLength: 40 })
  .map((list) => [...list].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: bytes },
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'));
const target = fc
  .tuple(fc.constantFrom(...addresses), value, query)
  .map(
    ([address, part, text]) =>
      `${address.replaceAll(/\[[^\]]+\]/g, part) || '/'}${text === '' ? '' : `?${text}`}`,
  );
const headers = fc.record(
  {
    'accept-language': fc.constantFrom('', '*', 'id', 'xx-'.repeat(300), 'id;q=9e99'),
    accept: fc.constantFrom('', 'image/*', ';;', 'application/json'),
    cookie: fc.constantFrom('lang=xx', 'saling-session=x', ';;=', 'theme=%00', `lang=${'a'.repeat(3000)}`),
    rsc: fc.constant('1'),
    'next-router-state-tree': fc.constantFrom('x', '%5B%5D', '%'),
    'x-saling-direct': fc.constant('1'),
    'if-none-match': fc.constantFrom('"', '*'),
  },
  { requiredKeys: [] },
);
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'PROPFIND') },
);
const question: fc.Arbitrary<RawQuestion> = fc.record({ method, target, headers });

/** Whatever was sent: nothing of ours breaks, shows its inside or works for long. @returns what is wrong, or '' */
async function look(base: string, worker: number, sent: RawQuestion): Promise<string> {
  const before = processorSeconds(worker) ?? 0;
  const { status, body } = await ask(base, sent);
  const seconds = (processorSeconds(worker) ?? 0) - before;
  if (status >= 500) return `${status} ${body.slice(0, 300)}`;
  if (seconds > LONGEST) return `${seconds} s of processor time`;
  const inside =
    /\n\s+at [\w.<>]+ \(|node_modules|\.tsx?:\d+:\d+|PostgresError|ZodError|select .{1,80} from "/.exec(body);
  return inside === null ? '' : `shows its inside: ${inside[0]}`;
}

const about = ({ method: how, target: what = '', headers: given }: RawQuestion) =>
  `${how} ${what.slice(0, 300)} (${what.length} characters) ${JSON.stringify(given).slice(0, 300)}`;

describe('two thousand malformed requests to every page and address', () => {
  it('are answered without an error, a trace or long work', { timeout: 240_000 }, async () => {
    expect(addresses.length).toBeGreaterThan(30);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(question, async (sent) => {
        const wrong = await look(site, pid, sent);
        expect(wrong, about(sent)).toBe('');
        count += 1;
      }),
      { numRuns: RUNS, seed: 20_261_124 },
    );
    expect(count).toBe(RUNS);
  });
});

describe('the control', () => {
  it.each([
    ['an error', 500, 'sorry', /^500/],
    ['a trace', 200, 'Error: x\n    at read (/app/lib/x.ts:1:2)', /^shows its inside/],
    ['a statement', 404, 'select "id", "title" from "practice"', /^shows its inside/],
    ['nothing', 404, 'Not found', /^$/],
  ])('finds %s', async (_what, status, body, words) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      expect(await look(`http://127.0.0.1:${port}`, process.pid, { target: '/' })).toMatch(words);
    } finally {
      server.close();
    }
  });

  it('finds long work', async () => {
    const server = createServer((_request, response) => {
      const start = processorSeconds(process.pid) ?? 0;
      while ((processorSeconds(process.pid) ?? LONGEST + 9) - start < LONGEST + 0.2);
      response.end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      expect(await look(`http://127.0.0.1:${port}`, process.pid, { target: '/' })).toMatch(/processor time/);
    } finally {
      server.close();
    }
  });
});
