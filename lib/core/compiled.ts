import type { Effect } from './command.ts';

type Existing = {
  id: string;
  version: number;
  origin: 'compiled' | 'city';
  compiledDigest: string | null;
} | null;

/** Whether a compiled record stays untouched: a city has made it its own, or the file says nothing new. */
export function isKept(existing: Existing, digest: string): boolean {
  return existing !== null && (existing.origin === 'city' || existing.compiledDigest === digest);
}

/** Audit subject and event of a compiled record that was added or changed. */
export function importEvent(
  kind: 'city' | 'practice' | 'need',
  record: { id: string; key: string; cityId: string; previous: Existing },
): Pick<Effect<never>, 'before' | 'after' | 'event'> & { subject: { kind: string; id: string } } {
  const version = (record.previous?.version ?? 0) + 1;
  return {
    subject: { kind, id: record.id },
    ...(record.previous === null ? {} : { before: { version: record.previous.version } }),
    after: { key: record.key, version, origin: 'compiled' },
    event: {
      stream: `${kind}:${record.id}`,
      type: `${kind}.${record.previous === null ? 'added' : 'changed'}`,
      payload: { id: record.id, key: record.key, cityId: record.cityId, version },
    },
  };
}
