import { describe, expect, it } from 'vitest';
import { expectLoggedError } from '#tests/support/logged-errors.ts';
import { ask, type RawAnswer } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { siteStaff } from '#tests/support/site-people.ts';
import { builtActions } from './actions.ts';

const base = await siteUrl();
const actions = builtActions();
const BOUNDARY = 'between';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

type Body = { type: string; body: string };
const form = (fields: Record<string, string>): Body => ({
  type: MULTIPART,
  body: `${Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')}--${BOUNDARY}--\r\n`,
});
const cut = ({ type, body }: Body): Body => ({ type, body: body.slice(0, -BOUNDARY.length - 10) });

function post(target: string, sent: Body, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const length = { 'content-type': sent.type, 'content-length': String(Buffer.byteLength(sent.body)) };
  const given = { 'accept-language': 'id', ...length, ...headers };
  return ask(base, { method: 'POST', target, headers: given, body: sent.body });
}

/** A page in the reader's language with a way back, and nothing of the program's inside. */
function expectPage({ status, headers, body }: RawAnswer, expected: number, words: string): void {
  expect([status, body.slice(0, 300)]).toEqual([expected, expect.stringContaining('<html lang="id"')]);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'id',
    'cache-control': 'no-store',
  });
  expect(body).toContain(words);
  expect(body).toMatch(/<a href="\/[^"]*">Baca halaman ini/);
  expect(body).not.toMatch(/Server Action|digest|\n\s+at |Error/);
}

const UNKNOWN = `00${'f'.repeat(40)}`;
const OLD = 'versi halaman yang lama';
const BROKEN = 'Formulir ini tidak dapat dibaca';

describe('a form of a page that is older than the site', () => {
  it('is answered with words, sent by scripts or without', async () => {
    expectLoggedError(/Failed to find Server Action/);
    for (const target of ['/cities', '/practices?q=waste', '/nowhere']) {
      expectPage(await post(target, form({ [`$ACTION_ID_${UNKNOWN}`]: '' })), 409, OLD);
      const called = await post(target, form({ 0: '["$K1"]' }), { 'next-action': UNKNOWN });
      expectPage(called, 409, OLD);
      // By this the scripts of the page know what has happened.
      expect(called.headers['x-nextjs-action-not-found']).toBe('1');
    }
  });
});

/** Whether the action uses an argument: the first byte of its name says which. */
const takesForm = ({ id }: { id: string }): boolean =>
  ((Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f) > 0;

const CALLS: [string, Body][] = [
  ['half a list', { type: 'text/plain', body: '[' }],
  ['a list of numbers', { type: 'text/plain', body: '[1,2]' }],
  ['JSON', { type: 'application/json', body: '{}' }],
  ['JSON that nests deep', { type: 'text/plain', body: '['.repeat(30_000) }],
  ['a form in an address', { type: 'application/x-www-form-urlencoded', body: 'a=b' }],
  ['a form without a boundary', { type: 'multipart/form-data', body: 'x' }],
  ['a form without an argument', form({ x: 'y' })],
  ['half an argument', form({ 0: '["$K1"' })],
  ['arguments of other kinds', form({ 0: '["$Q1","$F2","$B3"]' })],
  ['a call of another action', form({ 0: '["$h1"]', 1: '{"id":"x"}' })],
  ['no body', { type: MULTIPART, body: '' }],
];

describe('what no form of a page sends', () => {
  it.each(CALLS)('to an action is refused: %s', async (_what, sent) => {
    for (const { id, path } of actions.filter(takesForm)) {
      expectPage(await post(path, sent, { 'next-action': id }), 400, BROKEN);
    }
  });

  it.each(['x', 'toString', '__proto__', '00'])(
    'with the name %s, which no action has, is refused',
    async (name) => {
      expectLoggedError(/Invalid Server Actions request/);
      const answer = await post('/cities', form({ 0: '["$K1"]' }), { 'next-action': name });
      expectPage(answer, 400, BROKEN);
      expectPage(await post('/cities', form({ [`$ACTION_ID_${name}`]: '' })), 400, BROKEN);
    },
  );

  it('without scripts is refused, too', async () => {
    expectLoggedError(/Invalid Server Actions request/);
    const id = actions[0]?.id ?? '';
    const broken = [
      form({ $ACTION_REF_1: '' }),
      form({ $ACTION_KEY: 'x' }),
      form({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"x","bound":null}' }),
      form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${id}","bound":"$@1"}`, '$ACTION_1:1': '[' }),
      cut(form({ [`$ACTION_ID_${id}`]: '' })),
    ];
    for (const sent of broken) expectPage(await post(actions[0]?.path ?? '/', sent), 400, BROKEN);
  });
});

it('no action fails at a state or a form that its page never had', async () => {
  const { session } = await siteStaff('surabaya');
  const states = [
    'null',
    '5',
    '"x"',
    '[]',
    '{}',
    '{"values":5,"errors":"x","items":7}',
    '"$undefined"',
    '"$D"',
  ];
  const wrong: string[] = [];
  for (const { id, name, path } of actions) {
    if (['leave', 'endOthers', 'removeTrial'].includes(name)) continue;
    for (const cookie of ['', `saling-session=${session}`]) {
      for (const state of states) {
        const sent = form({ 0: `[${state},"$K1"]`, '1_unknown': 'x' });
        const { status, body } = await post(path, sent, { 'next-action': id, cookie });
        if (status >= 500) wrong.push(`${name} ${state} ${cookie !== ''}: ${status} ${body.slice(0, 200)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(actions.length).toBeGreaterThan(30);
});
