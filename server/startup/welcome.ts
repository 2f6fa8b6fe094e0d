import type { Settings } from '#lib/platform/env.ts';
import { isLoopbackName } from '#server/http/trial.ts';

/** The address, and what to click first. */
export function welcome(settings: Settings, port: number): string {
  const address = settings.publicUrl ?? `http://${reachable(settings.host)}:${port}`;
  return [
    '',
    `Saling is ready: ${address}`,
    '',
    ...whatFirst(settings, address, port),
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}

/** A host that stands for every address of this machine is no address to open; this machine has the name of README. */
function reachable(host: string): string {
  if (host === '127.0.0.1' || host === '0.0.0.0') return 'localhost';
  if (/^[0:]+$/.test(host)) return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function whatFirst(settings: Settings, address: string, port: number): string[] {
  const problem = 'describe a problem in the box on the home page, in any language.';
  if (!settings.mayTry || !isLoopbackName(settings.host)) {
    return [`Click first: ${problem}`, `Then open a city from ${address}/cities.`];
  }
  return [
    `Click first: ${address}/try, where you act for two cities. It takes three minutes, and nothing is sent.`,
    `The other city's desk opens beside it: http://127.0.0.1:${port}, where the browser keeps another sign-in.`,
    `Then ${problem}`,
  ];
}
