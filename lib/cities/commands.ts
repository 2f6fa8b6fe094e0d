import { z } from 'zod';
import type { Forum } from '#lib/core/actor.ts';
import { defineCommand } from '#lib/core/command.ts';
import { putCompiled } from '#lib/core/compiled.ts';
import { SalingError } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { COUNTRIES } from '#lib/platform/fields.ts';
import { CITY_KINDS, FORUMS, setMembershipInput, undoMembershipInput } from './contract.ts';
import { mayRecordMembership } from './policy.ts';
import { findCityId } from './queries.ts';
import {
  insertCity,
  lockCity,
  lockMembership,
  recordMembership,
  replaceMemberships,
  restoreMembership,
  updateCity,
} from './store.ts';

const date = z.iso.date();
export const importCityInput = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  localName: z.string().min(1).nullable(),
  country: z.enum(COUNTRIES),
  kind: z.enum(CITY_KINDS),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  coordinatesNote: z.string().nullable(),
  population: z.number().int().min(0).nullable(),
  populationYear: z.number().int().min(1900).max(2100).nullable(),
  populationSource: z.string().nullable(),
  isCoastal: z.boolean().nullable(),
  isCapital: z.boolean(),
  timeZone: z.string().min(1),
  languages: z.array(z.string().min(2)).min(1),
  smartCitiesPhase: z.string().nullable(),
  formerSince: date.nullable(),
  formerNote: z.string().nullable(),
  forumsNote: z.string().nullable(),
  forums: z.array(
    z.object({
      forum: z.enum(FORUMS),
      status: z.enum(['member', 'past-host']),
      sourceUrl: z.string().nullable(),
    }),
  ),
  sources: z.array(z.url()).min(1),
});

/** Brings one compiled city to what the data file says; what a person changed stays as it is. */
export const importCity = defineCommand({
  name: 'city.import',
  input: importCityInput,
  load: (tx, input) => lockCity(tx, input.slug),
  policy: onlyJobs,
  apply: async (tx, input, existing) => {
    const { slug: key, forums, ...row } = input;
    const record = { key, digest: digestOf(input), existing, row };
    const effect = await putCompiled('city', record, {
      insert: (added) => insertCity(tx, added),
      update: (id, version, changed) => updateCity(tx, id, version, changed),
    });
    const cityId = effect.id;
    if (cityId !== null) {
      await replaceMemberships(
        tx,
        cityId,
        forums.map((forum) => ({ ...forum, cityId })),
      );
    }
    return effect;
  },
});

async function findMembership(tx: Tx, { slug, forum }: { slug: string; forum: Forum }) {
  const cityId = await findCityId(tx, slug);
  if (cityId === undefined) return undefined;
  return { cityId, before: await lockMembership(tx, cityId, forum, UNDO_MINUTES) };
}

/**
 * An officer's word about a city in her own forum. What the data files say never overwrites it.
 * @throws SalingError `not-signed-in`, `not-allowed` for another forum, `not-found`, `invalid`
 */
export const setMembership = defineCommand({
  name: 'membership.set',
  input: setMembershipInput,
  load: findMembership,
  policy: (actor, found, { forum }) => mayRecordMembership(actor, forum, found !== undefined),
  apply: async (tx, { forum, status, since = null, sourceUrl = null }, found) => {
    if (found === undefined) throw new SalingError('not-found');
    const { cityId, before } = found;
    const isSame =
      before?.recordedAt !== undefined &&
      before.recordedAt !== null &&
      before.status === status &&
      before.sinceOn === since &&
      before.sourceUrl === sourceUrl;
    if (isSame) return { outcome: { changed: false }, subject: null };
    await recordMembership(tx, { cityId, forum, status, sinceOn: since, sourceUrl }, before);
    return {
      outcome: { changed: true },
      subject: { kind: 'membership', id: cityId },
      before: { forum, status: before?.status ?? null },
      after: { forum, status, since },
      event: {
        stream: `city:${cityId}`,
        type: 'membership.changed',
        payload: { id: cityId, forum, status },
      },
    };
  },
});

/**
 * Takes an officer's last word back, for ten minutes: what stood there before stands again, with its date and source.
 * @throws SalingError as `setMembership`; `conflict` with the reason `nothing-to-undo` or `undo-over`
 */
export const undoMembership = defineCommand({
  name: 'membership.undo',
  input: undoMembershipInput,
  load: findMembership,
  policy: (actor, found, { forum }) => mayRecordMembership(actor, forum, found !== undefined),
  apply: async (tx, { forum }, found) => {
    const row = found?.before;
    if (row === undefined || row.before === null) {
      throw new SalingError('conflict', { params: { reason: 'nothing-to-undo' } });
    }
    if (!row.isFresh) throw new SalingError('conflict', { params: { reason: 'undo-over' } });
    await restoreMembership(tx, row);
    const status = row.before.row?.status ?? null;
    return {
      outcome: { changed: true },
      subject: { kind: 'membership', id: row.cityId },
      before: { forum, status: row.status },
      after: { forum, status, since: row.before.row?.sinceOn ?? null },
      event: {
        stream: `city:${row.cityId}`,
        type: 'membership.changed',
        payload: { id: row.cityId, forum, status },
      },
    };
  },
});
