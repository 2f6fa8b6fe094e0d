import { z } from 'zod';
import type { CityRef } from '#lib/cities/contract.ts';
import { cityRefs } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { decodeCursor, pageOf } from '#lib/core/cursor.ts';
import { notFound } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import { defineQuery } from '#lib/core/query.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import type { DraftVersion, OwnRecord } from '#lib/drafts/contract.ts';
import { formerKeyOf, ownCityId, ownDraftRow, versionsOf } from '#lib/drafts/queries.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import { shownAttachments } from '#lib/files/queries.ts';
import { attachmentsOf } from '#lib/files/rules.ts';
import { countFacet } from '#lib/platform/facets.ts';
import { slugField } from '#lib/platform/fields.ts';
import { terms } from '#lib/platform/text/terms.ts';
import { findByText, goalsOfTopics } from '#lib/topics/queries.ts';
import { getNeedInput, listNeedsInput, type Need, type NeedList } from './contract.ts';
import { toNeedPreview, toOwnNeed, topicsOfDraft } from './listing/own.ts';
import { toNeed } from './listing/shapes.ts';
import {
  type NeedFacts,
  type NeedRow,
  selectNeed,
  selectNeedFacts,
  selectNeedsById,
  selectOwnNeed,
  selectOwnNeedById,
  selectOwnNeedsOfCity,
  selectRestrictedNeeds,
} from './store.ts';

type Input = z.output<typeof listNeedsInput>;

/**
 * What cities look for, in alphabetical order of city; with `q` in the order of the search engine. `isOfPresent`:
 * leaves out what former cities looked for, where the list suggests partners; the numbers still count it.
 */
export async function listNeeds(
  context: Context,
  rawInput: z.input<typeof listNeedsInput>,
  { isOfPresent = false }: { isOfPresent?: boolean } = {},
): Promise<NeedList> {
  const input = parseInput(listNeedsInput, rawInput);
  const offset = decodeCursor(input.cursor);
  const found = input.q === undefined || input.q === '' ? null : await findByText(input.q, ['need']);
  const hits = found?.hits.map((hit) => hit.recordId) ?? null;
  return withActor(context.actor, async (tx) => {
    const restricted = hits === null ? [] : await findRestricted(tx, context, input.q ?? '');
    const facts = await selectNeedFacts(
      tx,
      input,
      hits === null ? null : [...new Set([...hits, ...restricted])],
    );
    const fit = facts.filter((fact) => hasTopic(fact, input) && isIn(fact, input));
    const listed = isOfPresent ? fit.filter((fact) => !fact.isFormer) : fit;
    const ids = listed.slice(offset, offset + input.limit + 1).map((fact) => fact.id);
    return {
      ...pageOf(await needsById(tx, context, ids), offset, input.limit),
      total: fit.length,
      facets: {
        topic: countFacet(facts.filter((fact) => isIn(fact, input)).flatMap((fact) => fact.topics)),
        country: countFacet(facts.filter((fact) => hasTopic(fact, input)).map((fact) => fact.country)),
      },
    };
  });
}

/**
 * Needs that are open to some readers only are in no index: their words are looked for in the guarded table itself.
 * @returns database ids of those that hold every word of the text
 */
export async function findRestricted(tx: Tx, context: Context, text: string): Promise<string[]> {
  if (context.actor.kind !== 'person') return [];
  const wanted = [...new Set(terms(text))];
  if (wanted.length === 0) return [];
  const rows = await selectRestrictedNeeds(tx);
  return rows
    .filter((row) => {
      const held = new Set(terms([row.title, row.description, row.affected, row.tried].join('\n')));
      return wanted.every((word) => held.has(word));
    })
    .map((row) => row.id);
}

const isEmpty = (values: readonly unknown[] | undefined) => values === undefined || values.length === 0;
const hasTopic = (fact: NeedFacts, input: Input) =>
  isEmpty(input.topic) || fact.topics.some((topic) => input.topic?.includes(topic));
const isIn = (fact: NeedFacts, input: Input) =>
  isEmpty(input.country) || input.country?.some((country) => country === fact.country) === true;

/** Needs in the order of `ids`; hidden ones are left out. For domains to the right. */
export async function needsById(tx: Tx, context: Context, ids: readonly string[]): Promise<Need[]> {
  const rows = new Map((await selectNeedsById(tx, ids)).map((row) => [row.id, row]));
  return toNeeds(
    tx,
    context,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
}

/** The same for callers that know the cities already; needs of others are left out. */
export async function needsOfCities(
  tx: Tx,
  context: Context,
  ids: readonly string[],
  cities: ReadonlyMap<string, CityRef>,
): Promise<Need[]> {
  return (await selectNeedsById(tx, ids)).flatMap((row) => {
    const city = cities.get(row.cityId);
    return city === undefined ? [] : [toNeed(row, city, context.language)];
  });
}

export async function toNeeds(tx: Tx, context: Context, rows: readonly NeedRow[]): Promise<Need[]> {
  const cities = await cityRefs(
    tx,
    rows.map((row) => row.cityId),
  );
  return rows.flatMap((row) => {
    const city = cities.get(row.cityId);
    return city === undefined ? [] : [toNeed(row, city, context.language)];
  });
}

/** @throws SalingError `not-found` */
export const getNeed = defineQuery({
  input: getNeedInput,
  run: async (tx, input, context): Promise<Need> => {
    const row = await selectNeed(tx, input.id);
    const [found] = row === undefined ? [] : await toNeeds(tx, context, [row]);
    if (found === undefined) throw notFound();
    return found;
  },
});

/** The photos and documents of a need, also of one that its own city has withdrawn. @throws SalingError `not-found` */
export const listNeedAttachments = defineQuery({
  input: getNeedInput,
  run: async (tx, { id }): Promise<ShownAttachment[]> => {
    const row = await selectOwnNeed(tx, id);
    if (row === undefined) throw notFound();
    return shownAttachments(tx, attachmentsOf(row), row.language);
  },
});

/** Needs of one's own city in whatever state, the latest change first. @throws SalingError `not-found` to others */
export const listOwnNeeds = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, context): Promise<OwnRecord[]> => {
    const rows = await selectOwnNeedsOfCity(tx, await ownCityId(tx, context.actor, citySlug));
    return rows.map((row) => toOwnNeed(row, context));
  },
});

/** One of them, with all that it says, also by a key that it had as a draft. @throws SalingError `not-found` */
export const getOwnNeed = defineQuery({
  input: getNeedInput,
  run: async (tx, { id }, context): Promise<{ record: OwnRecord; need: Need; history: DraftVersion[] }> => {
    const former = await formerKeyOf(tx, 'need', id);
    const row =
      (await selectOwnNeed(tx, id)) ??
      (former === undefined ? undefined : await selectOwnNeedById(tx, former));
    const [need] = row === undefined ? [] : await toNeeds(tx, context, [row]);
    if (row === undefined || need === undefined) throw notFound();
    await ownCityId(tx, context.actor, need.city.slug);
    return { record: toOwnNeed(row, context), need, history: await versionsOf(tx, 'need', row.id) };
  },
});

/** A working copy as it will look once it is published. @throws SalingError `not-found` */
export const previewNeed = defineQuery({
  input: getNeedInput,
  run: async (tx, { id }, context): Promise<Need> => {
    const draft = await ownDraftRow(tx, context, 'need', id);
    const city = draft === undefined ? undefined : (await cityRefs(tx, [draft.cityId])).get(draft.cityId);
    if (draft === undefined || city === undefined) throw notFound();
    return toNeedPreview(draft, city, (await goalsOfTopics(tx, topicsOfDraft(draft))).sdgs);
  },
});

/** Database id of a need that the actor may see. */
export async function findNeedId(tx: Tx, key: string): Promise<string | undefined> {
  return (await selectNeed(tx, key))?.id;
}

/** The city of a need, in whatever state, that is the actor's own. */
export async function findNeedCity(tx: Tx, key: string): Promise<string | undefined> {
  return (await selectOwnNeed(tx, key))?.cityId;
}

export { toNeed } from './listing/shapes.ts';
export type { NeedRow } from './store.ts';
export {
  selectAllNeeds as allNeeds,
  selectCoveredNeeds as coveredNeeds,
  selectNeedIdsOfTopic as needIdsOfTopic,
  selectNeedsByTopics as needsByTopics,
} from './store.ts';
