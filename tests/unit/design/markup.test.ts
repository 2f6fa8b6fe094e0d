import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { markupOf } from '#components/ui/markup.ts';

const ODD = [
  `<script>alert("1")</script>`,
  `'><img src=x onerror=alert(1)>`,
  '&lt;b&gt; & "so"',
  'ถนน ប្រទេស 🙂',
  '',
];

function Record({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return h('li', { className: 'record' }, h('h3', null, title, ' '), children);
}

const samples: [string, ReactNode][] = [
  ['nothing', [null, undefined, true, false, '']],
  ['numbers', [0, 1.5, -2]],
  ['a fragment', h('div', null, h('p', null, 'a'), [h('p', { key: 'b' }, 'b')])],
  ['components, one in the other', h(Record, { title: 'A & B' }, h(Record, { title: 'C' }))],
  ['what ends by itself', h('p', null, 'a', h('br'), 'b')],
  [
    'attributes of tables, time and links',
    h(
      'table',
      { id: 't', dir: 'ltr', 'data-kind': 'x' },
      h(
        'tbody',
        null,
        h('tr', null, h('td', { colSpan: 2, rowSpan: 1 }, h('time', { dateTime: '2026' }, '1'))),
      ),
    ),
  ],
  [
    'links',
    ['https://a.example/?a=1&b="', '/cities/bandung', '#main', 'mailto:a@b.example'].map((href) =>
      h('a', { key: href, href, hrefLang: 'id', lang: 'id', rel: 'noreferrer', title: undefined }, href),
    ),
  ],
  [
    'a form that asks for a page',
    h(
      'search',
      null,
      h(
        'form',
        { className: 'find', action: '/practices' },
        h('input', { type: 'search', 'aria-label': 'a "b"', placeholder: 'b', maxLength: 10000, name: 'q' }),
      ),
    ),
  ],
  [
    'a drawing',
    h(
      'svg',
      { viewBox: '0 0 1 1', role: 'img', 'aria-hidden': true },
      h('path', { d: 'M0 0h0', strokeWidth: '5.2', strokeLinecap: 'round' }),
      h('use', { href: '/map/asean.svg#land' }),
      h('circle', { cx: 1, cy: 2, r: 6.5 }),
      h('text', { textAnchor: 'middle', x: 1 }, 'a'),
    ),
  ],
];

test.each(samples)('says the same as React does: %s', (_, node) => {
  expect(markupOf(node)).toBe(renderToStaticMarkup(node));
});

test.each(ODD)('escapes what somebody wrote, as React does: %s', (text) => {
  const node = h('p', { title: text, 'aria-label': text, lang: text }, text, h('b', null, [text]));
  expect(markupOf(node)).toBe(renderToStaticMarkup(node));
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
])('makes no link of %j', (href) => {
  expect(markupOf(h('a', { href }, 'a'))).toBe('<a>a</a>');
  expect(markupOf(h('svg', null, h('use', { href })))).toBe('<svg><use></use></svg>');
});

const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
const refused: [string, unknown][] = [
  ['a script', h('script', null, 'alert(1)')],
  ['a style', h('style', null, 'a{}')],
  ['a frame', h('iframe', { src: '/a' })],
  ['a form that does something', h('form', { action: () => undefined })],
  ['a form that sends', h('form', { action: '/a', method: 'post' })],
  ['a form for another site', h('form', { action: 'https://a.example/' })],
  ['a form for another site by its name alone', h('form', { action: '//a.example/' })],
  ['a form that runs', h('form', { action: 'javascript:alert(1)' })],
  ['a button', h('button', { type: 'submit' }, 'a')],
  ['a field that something runs for', h('input', { name: 'q', onChange: () => undefined })],
  ['an element of a made up name', h('p><script' as 'p', null)],
  ['a handler', h('p', { onClick: () => undefined })],
  ['a handler as text', h('p', { onclick: 'alert(1)' } as object)],
  ['styles', h('p', { style: { color: 'red' } })],
  ['markup as a text', h('p', Object.fromEntries([['dangerouslySetInnerHTML', { __html: '<b>' }]]))],
  ['an attribute that is an object', h('p', { title: {} } as object)],
  ['an attribute of a name that nobody knows', h('p', { 'x onclick': '1' } as object)],
  ['a client component', h(client, { key: 'a' })],
  ['a component that waits', h((async () => 'a') as never, { key: 'a' })],
  ['a promise', Promise.resolve('a')],
  ['an object', { a: 1 }],
  ['a function', () => 'a'],
];

test.each(refused)('refuses %s instead of leaving it out', (_, node) => {
  expect(() => markupOf(node as ReactNode)).toThrow(TypeError);
});
