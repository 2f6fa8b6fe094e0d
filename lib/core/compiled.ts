import { z } from 'zod';
import compiled from '#data/compiled.json' with { type: 'json' };
import { newId } from '#lib/platform/ids.ts';
import type { Effect } from './command.ts';
import { SalingError } from './errors.ts';

/** The day on which the data files were compiled. It comes with them: when a copy loads them says nothing of it. */
export const COMPILED_ON = z.iso.date().parse(compiled.on);

/** The same for a record; null for what its city wrote itself. */
export const compiledOn = ({ origin }: { origin: 'compiled' | 'city' }): string | null =>
  origin === 'compiled' ? COMPILED_ON : null;

/** Fields of every compiled record of a city, as a data file names them. */
export const compiledFields = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  citySlug: z.string().min(1),
  title: z.string().min(1),
  topics: z.array(z.string()).min(1).max(12),
  sdgs: z.array(z.number().int().min(1).max(17)),
  sourceUrl: z.url(),
  sourceTitle: z.string().min(1),
  otherSources: z.array(z.url()),
  translations: z.record(
    z.string(),
    z.object({ fields: z.record(z.string(), z.string()), isChecked: z.boolean() }),
  ),
};

type Existing = {
  id: string;
  version: number;
  origin: 'compiled' | 'city';
  compiledDigest: string | null;
  isTrial: boolean;
};
type Added<Row> = Row & { id: string; key: string; origin: 'compiled'; compiledDigest: string };

/** @throws SalingError `invalid` where a record of a data file names a city or topics that are not there */
export function checkReferences(
  cityId: string | undefined,
  unknownTopics: readonly string[],
): asserts cityId is string {
  if (cityId !== undefined && unknownTopics.length === 0) return;
  const pointer = cityId === undefined ? '/citySlug' : '/topics';
  throw new SalingError('invalid', { errors: [{ pointer, code: 'unknown-value' }] });
}

/**
 * Adds or changes one compiled record, with what audit trail and event say of it. A record that a city has made
 * its own, or of which the file says nothing new (`digest`), stays untouched: no effect.
 * @throws SalingError `conflict` when somebody else changed it meanwhile
 */
export async function putCompiled<Row extends object>(
  kind: 'city' | 'practice' | 'need',
  record: { key: string; digest: string; existing: Existing | null; row: Row; cityId?: string },
  store: {
    insert: (row: Added<Row>) => Promise<void>;
    update: (id: string, version: number, row: Row & { compiledDigest: string }) => Promise<boolean>;
  },
): Promise<Effect<{ changed: boolean }> & { id: string | null }> {
  const { key, digest, row } = record;
  // What a desk of the trial copy wrote under this key lies over the record from now on.
  const existing = record.existing?.isTrial === true ? null : record.existing;
  if (existing !== null && (existing.origin === 'city' || existing.compiledDigest === digest)) {
    return { id: null, outcome: { changed: false }, subject: null };
  }
  const id = existing?.id ?? newId();
  const fields = { ...row, compiledDigest: digest };
  if (existing === null) await store.insert({ ...fields, id, key, origin: 'compiled' });
  else if (!(await store.update(id, existing.version, fields))) throw new SalingError('conflict');
  const version = (existing?.version ?? 0) + 1;
  return {
    id,
    outcome: { changed: true },
    subject: { kind, id },
    ...(existing === null ? {} : { before: { version: existing.version } }),
    after: { key, version, origin: 'compiled' },
    event: {
      stream: `${kind}:${id}`,
      type: `${kind}.${existing === null ? 'added' : 'changed'}`,
      payload: { id, key, cityId: record.cityId ?? id, version },
    },
  };
}
