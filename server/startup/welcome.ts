import type { Settings } from '#lib/platform/env.ts';

/** The address, and what to click first. */
export function welcome(settings: Settings, port: number): string {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const address = settings.publicUrl ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  return [
    '',
    `Saling is ready: ${address}`,
    '',
    'Click first: describe a problem in the box on the home page, in any language.',
    settings.isEmbeddedDatabase
      ? `Then open a city, for example ${address}/cities/surabaya, and its matches.`
      : `Then open a city from ${address}/cities.`,
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
