import { z } from 'zod';
import { cityRefs, findCityId } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import { filesById, shownAttachments } from '#lib/files/queries.ts';
import { entriesOf } from '#lib/files/rules.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { DRAFT_KINDS, type Draft, type DraftRights, type DraftVersion, draftKeyField } from './contract.ts';
import { hasTwoPeople, mayDiscard, mayPublish, maySpeak, mayWrite, rolesAt } from './policy.ts';
import { type DraftRow, selectDraft, selectDraftsOfCity, selectShownIds, selectVersions } from './store.ts';

const oneInput = z.object({ kind: z.enum(DRAFT_KINDS), id: draftKeyField });
const VERSIONS = 50;

/** Working copies of one's own city, the one written last first. @throws SalingError `not-found` to others */
export const listDrafts = defineQuery({
  input: z.object({ citySlug: draftKeyField }),
  run: async (tx, { citySlug }, context): Promise<Draft[]> => {
    const cityId = await ownCityId(tx, context.actor, citySlug);
    const rows = await selectDraftsOfCity(tx, cityId);
    return rows.map((row) => toDraft(row, citySlug, context.actor));
  },
});

/**
 * One working copy, also by a key that it had before: then its `id` is another than the one asked for.
 * @throws SalingError `not-found`
 */
export const getDraft = defineQuery({
  input: oneInput,
  run: async (tx, { kind, id }, context): Promise<Draft> => {
    const row = await selectDraft(tx, kind, id);
    if (row === undefined || mayWrite(context.actor, row.cityId) !== null) throw notFound();
    const city = (await cityRefs(tx, [row.cityId])).get(row.cityId);
    if (city === undefined) throw notFound();
    return toDraft(row, city.slug, context.actor);
  },
});

/** The same, or null where there is none: what has this key may be published. */
export const findDraft = defineQuery({
  input: oneInput,
  run: async (tx, { kind, id }, context): Promise<Draft | null> => {
    const row = await ownDraftRow(tx, context, kind, id);
    const city = row === undefined ? undefined : (await cityRefs(tx, [row.cityId])).get(row.cityId);
    return row === undefined || city === undefined ? null : toDraft(row, city.slug, context.actor);
  },
});

/** The photos and documents of a working copy. @throws SalingError `not-found` */
export const listDraftAttachments = defineQuery({
  input: oneInput,
  run: async (tx, { kind, id }, context): Promise<ShownAttachment[]> => {
    const row = await ownDraftRow(tx, context, kind, id);
    if (row === undefined) throw notFound();
    return shownAttachments(tx, entriesOf(row.content), row.language);
  },
});

/** What the reader may do with a working copy, or with records of the city at large. */
export const getRights = defineQuery({
  input: z.object({ citySlug: draftKeyField, draft: oneInput.optional() }),
  run: async (tx, { citySlug, draft: wanted }, context): Promise<DraftRights> => {
    const { actor } = context;
    const cityId = await ownCityId(tx, actor, citySlug);
    const draft = wanted === undefined ? undefined : await selectDraft(tx, wanted.kind, wanted.id);
    const isTrial = actor.kind === 'person' && actor.isTrial;
    const holders = await officeHolders(tx, cityId, isTrial);
    const hasTwo = hasTwoPeople(holders);
    const isReady = !hasTwo || draft?.state === 'with-office';
    return {
      isTrial,
      hasTwoPeople: hasTwo,
      isHead: rolesAt(actor, cityId).includes('head-of-office'),
      maySpeak: maySpeak(actor, cityId) === null,
      mayPublish: isReady && mayPublish(actor, cityId, { holders, sentBy: draft?.sentBy ?? null }) === null,
      mayDiscard: mayDiscard(actor, cityId, draft?.writtenBy ?? null) === null,
    };
  },
});

/** What a record of one's own city said before, the latest first. */
export async function versionsOf(tx: Tx, kind: Draft['kind'], recordId: string): Promise<DraftVersion[]> {
  const rows = await selectVersions(tx, kind, recordId, VERSIONS);
  const sheets = await filesById(
    tx,
    rows.flatMap(({ approvalFileId }) => approvalFileId ?? []),
  );
  return rows.map(({ stage, version, content, approval, approvalFileId, at }) => ({
    stage,
    version,
    content,
    approval,
    approvalFile: sheets.find((sheet) => sheet.id === approvalFileId) ?? null,
    at: at.toISOString(),
  }));
}

/** @throws SalingError `not-found` where the actor does not act for this city's office */
export async function ownCityId(tx: Tx, actor: Actor, citySlug: string): Promise<string> {
  const cityId = await findCityId(tx, citySlug);
  if (cityId === undefined || mayWrite(actor, cityId) !== null) throw notFound();
  return cityId;
}

/** Hits of the search with what the reader sees in their place: a desk of the trial copy what lies over a record. */
export async function shownHits<Hit extends { recordId: string }>(
  tx: Tx,
  { actor }: Context,
  hits: readonly Hit[],
): Promise<Hit[]> {
  if (actor.kind !== 'person' || !actor.isTrial) return [...hits];
  const ids = await selectShownIds(
    tx,
    hits.map((hit) => hit.recordId),
  );
  return hits.map((hit, index) => ({ ...hit, recordId: ids[index] ?? hit.recordId }));
}

/** The row itself, for domains to the right that show what it will look like. @throws SalingError `not-found` */
export async function ownDraftRow(
  tx: Tx,
  context: Context,
  kind: Draft['kind'],
  key: string,
): Promise<DraftRow | undefined> {
  const row = await selectDraft(tx, kind, key);
  return row === undefined || mayWrite(context.actor, row.cityId) !== null ? undefined : row;
}

function toDraft(row: DraftRow, citySlug: string, actor: Actor): Draft {
  const me = actor.kind === 'person' ? actor.personId : null;
  return {
    kind: row.kind,
    id: row.key,
    citySlug,
    state: row.state,
    isNew: row.baseVersion === null,
    isTrial: row.isTrial,
    version: row.version,
    language: row.language,
    content: row.content,
    savedAt: row.updatedAt.toISOString(),
    writtenRole: row.writtenRole,
    isWrittenByMe: me !== null && row.writtenBy === me,
    isSentByMe: me !== null && row.sentBy === me,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

export type { DraftRow } from './store.ts';
export { selectFormerKey as formerKeyOf } from './store.ts';
