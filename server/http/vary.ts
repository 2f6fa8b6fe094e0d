import type { ServerResponse } from 'node:http';

/** Adds names to Vary for good: Next sets the header anew for every page. */
export function alwaysVary(response: ServerResponse, names: readonly string[]): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    set(name, name.toLowerCase() === 'vary' ? merge(value, names) : value);
  response.setHeader('vary', []);
}

function merge(value: string | number | readonly string[], names: readonly string[]): string {
  const given = String(value)
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const missing = names.filter((name) => !given.some((other) => other.toLowerCase() === name.toLowerCase()));
  return [...given, ...missing].join(', ');
}
