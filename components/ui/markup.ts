import type { ReactNode } from 'react';

// The shapes that React gives to what JSX makes: https://react.dev/reference/react/createElement
const ELEMENT = Symbol.for('react.transitional.element');
const FRAGMENT = Symbol.for('react.fragment');
const CLIENT = Symbol.for('react.client.reference');

type Element = { $$typeof: symbol; type: unknown; props: Record<string, unknown> };

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);
/** Nothing that runs or embeds, and of forms those that ask for a page of ours; what needs more stays with React. */
const TAGS = new Set(
  (
    'a abbr article aside b bdi blockquote br caption circle cite code dd defs div dl dt em figcaption figure footer form g ' +
    'h1 h2 h3 h4 header hr i img input li line mark nav ol p path rect search section small span strong sub sup svg table ' +
    'tbody td text th thead time title tr ul use wbr'
  ).split(' '),
);
const PLAIN =
  'action alt cite cx cy d dir fill height href id lang maxLength name opacity placeholder points r rel role rx ry scope src ' +
  'start stroke title transform type viewBox width x x1 x2 y y1 y2';
/** Attributes by the name that React knows them by; what is not here is an error. */
const NAMES = new Map([
  ...PLAIN.split(' ').map((name) => [name, name] as const),
  ['className', 'class'],
  ['colSpan', 'colSpan'],
  ['dateTime', 'dateTime'],
  ['hrefLang', 'hrefLang'],
  ['rowSpan', 'rowSpan'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeWidth', 'stroke-width'],
  ['tabIndex', 'tabindex'],
  ['textAnchor', 'text-anchor'],
] as const);
const SPECIAL = /["&'<>]/;
const SPECIALS = /["&'<>]/g;
const ENTITIES: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
};
/** A page, another site, an address for letters. `javascript:`, `data:` and what else there is: no link. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|[/#?])/i;
/** Of a form, which has no method but reading. */
const OWN_PAGE = /^\/(?!\/)/;

/**
 * The HTML of a part of a page, as React writes it, for parts that hold no script and nothing that comes later.
 * Components are called in place, so that their `use…` belong to the component that calls this.
 * @throws TypeError for what cannot be still: client components, components that wait, forms, unknown attributes
 */
export function markupOf(node: ReactNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(node: unknown, to: string[]): void {
  if (node === null || node === undefined || typeof node === 'boolean') return;
  if (typeof node === 'string') to.push(escaped(node));
  else if (typeof node === 'number' || typeof node === 'bigint') to.push(String(node));
  else if (Array.isArray(node)) for (const child of node) write(child, to);
  else if (isElement(node)) writeElement(node, to);
  else throw new TypeError('A still part holds text and elements only.');
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && (node as Partial<Element>).$$typeof === ELEMENT;
}

function writeElement({ type, props }: Element, to: string[]): void {
  if (type === FRAGMENT) write(props.children, to);
  else if (typeof type === 'function') {
    if ((type as { $$typeof?: symbol }).$$typeof === CLIENT)
      throw new TypeError('A still part has no client component.');
    write(type(props), to);
  } else if (typeof type === 'string' && TAGS.has(type)) {
    to.push('<', type);
    for (const name in props) if (name !== 'children') writeAttribute(name, props[name], to);
    if (VOID.has(type)) {
      to.push('/>');
      return;
    }
    to.push('>');
    write(props.children, to);
    to.push('</', type, '>');
  } else throw new TypeError(`A still part has no ${String(type)}.`);
}

function writeAttribute(name: string, value: unknown, to: string[]): void {
  if (value === null || value === undefined) return;
  const isAria = name.startsWith('aria-');
  const known = isAria || name.startsWith('data-') ? name : NAMES.get(name);
  const isPlain = typeof value === 'string' || typeof value === 'number';
  if (known === undefined || !(isPlain || (isAria && typeof value === 'boolean')))
    throw new TypeError(`A still part has no attribute ${name} of this kind.`);
  const text = String(value);
  if (name === 'action' && !OWN_PAGE.test(text)) throw new TypeError('A still form asks for a page of ours.');
  if ((name === 'href' || name === 'src') && !SAFE_ADDRESS.test(text)) return;
  to.push(' ', known, '="', escaped(text), '"');
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (letter) => ENTITIES[letter] ?? '') : text;
}
