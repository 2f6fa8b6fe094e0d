import type { InterfaceLanguage } from '#lib/platform/language.ts';
import type { Actor } from './actor.ts';

/** What every read and write is told about its caller; built by a transport, never by the core. */
export type Context = {
  actor: Actor;
  language: InterfaceLanguage;
  requestId: string;
  /** A digest of where the request came from, another one each day; for counting only. Absent for jobs. */
  sender?: string;
};

/** A context for work that no person asked for. `name` is written into the audit trail. */
export function jobContext(name: string): Context {
  return { actor: { kind: 'job', name }, language: 'en', requestId: `job:${name}` };
}
