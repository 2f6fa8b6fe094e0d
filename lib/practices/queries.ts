import { z } from 'zod';
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
import { slugField } from '#lib/platform/fields.ts';
import { findByText, goalsOfTopics } from '#lib/topics/queries.ts';
import {
  type EvidenceKind,
  type EvidenceReview,
  type EvidenceToReview,
  getPracticeInput,
  type ListPracticesInput,
  listPracticesInput,
  type Practice,
  type PracticeCard,
  type PracticeList,
  similarPracticesInput,
} from './contract.ts';
import { toOwnPractice, toPreview, topicsOfDraft } from './listing/own.ts';
import { toPractice, toPracticeCard } from './listing/shapes.ts';
import { countFacets, selectListedIds } from './store/listing.ts';
import {
  type PracticeRow,
  selectOwnPractice,
  selectOwnPracticeById,
  selectOwnPracticesOfCity,
  selectPractice,
  selectPracticesById,
  selectPracticesByTopics,
} from './store/records.ts';
import { selectReviews, selectToReview } from './store/reviews.ts';

/**
 * The library. With `q` in the order of the search engine, else the newest start first.
 * @throws SalingError `invalid`; `unavailable` when a search is asked and the engine is away.
 */
export async function listPractices(context: Context, rawInput: ListPracticesInput): Promise<PracticeList> {
  const input = parseInput(listPracticesInput, rawInput);
  const offset = decodeCursor(input.cursor);
  const found = input.q === undefined || input.q === '' ? null : await findByText(input.q, ['practice']);
  const hits = found?.hits.map((hit) => hit.recordId) ?? null;
  return withActor(context.actor, async (tx) => {
    const { ids, total } = await selectListedIds(tx, input, hits, { offset, limit: input.limit + 1 });
    const cards = await practiceCards(tx, context, ids, found?.terms ?? null);
    return { ...pageOf(cards, offset, input.limit), total, facets: await countFacets(tx, input, hits) };
  });
}

/** Cards in the order of `ids`; hidden ones are left out. For domains to the right. */
export async function practiceCards(
  tx: Tx,
  context: Context,
  ids: readonly string[],
  terms: readonly string[] | null = null,
): Promise<PracticeCard[]> {
  const rows = new Map((await selectPracticesById(tx, ids)).map((row) => [row.id, row]));
  return toCards(
    tx,
    context,
    ids.flatMap((id) => rows.get(id) ?? []),
    terms,
  );
}

/** The same by database id, for callers that keep something else beside each. */
export async function practiceCardsById(
  tx: Tx,
  context: Context,
  ids: readonly string[],
  terms: readonly string[] | null = null,
): Promise<Map<string, PracticeCard>> {
  const rows = await selectPracticesById(tx, ids);
  const byKey = new Map((await toCards(tx, context, rows, terms)).map((card) => [card.id, card]));
  return new Map(
    rows.flatMap((row) => {
      const card = byKey.get(row.key);
      return card === undefined ? [] : [[row.id, card] as const];
    }),
  );
}

async function toCards(
  tx: Tx,
  context: Context,
  rows: PracticeRow[],
  terms: readonly string[] | null = null,
): Promise<PracticeCard[]> {
  const cities = await cityRefs(
    tx,
    rows.map((row) => row.cityId),
  );
  return rows.flatMap((row) => {
    const city = cities.get(row.cityId);
    return city === undefined ? [] : [toPracticeCard(row, city, context.language, terms)];
  });
}

/** @throws SalingError `not-found` */
export const getPractice = defineQuery({
  input: getPracticeInput,
  run: async (tx, input, context): Promise<Practice> => {
    const row = await selectPractice(tx, input.id);
    const city = row === undefined ? undefined : (await cityRefs(tx, [row.cityId])).get(row.cityId);
    if (row === undefined || city === undefined) throw notFound();
    return toPractice(row, city, context.language);
  },
});

/** The photos and documents of a practice, also of one that its own city has withdrawn. @throws SalingError `not-found` */
export const listPracticeAttachments = defineQuery({
  input: getPracticeInput,
  run: async (tx, { id }): Promise<ShownAttachment[]> => {
    const row = await selectOwnPractice(tx, id);
    if (row === undefined) throw notFound();
    return shownAttachments(tx, attachmentsOf(row), row.language);
  },
});

/** Practices close to this one: by topics in common, rare topics first. @throws SalingError `not-found` */
export const listSimilarPractices = defineQuery({
  input: similarPracticesInput,
  run: async (tx, input, context): Promise<PracticeCard[]> => {
    const row = await selectPractice(tx, input.id);
    if (row === undefined) throw notFound();
    const rows = await selectPracticesByTopics(tx, row.topics, { exceptId: row.id, limit: input.limit });
    return toCards(tx, context, rows);
  },
});

/** Practices of one's own city in whatever state, the latest change first. @throws SalingError `not-found` to others */
export const listOwnPractices = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, context): Promise<OwnRecord[]> => {
    const rows = await selectOwnPracticesOfCity(tx, await ownCityId(tx, context.actor, citySlug));
    return rows.map((row) => toOwnPractice(row, context));
  },
});

/** One of them, with all that it says, also by a key that it had as a draft. @throws SalingError `not-found` */
export const getOwnPractice = defineQuery({
  input: getPracticeInput,
  run: async (
    tx,
    { id },
    context,
  ): Promise<{
    record: OwnRecord;
    practice: Practice;
    history: DraftVersion[];
    evidence: { proposed: EvidenceKind | null; reviews: EvidenceReview[] };
  }> => {
    const former = await formerKeyOf(tx, 'practice', id);
    const row =
      (await selectOwnPractice(tx, id)) ??
      (former === undefined ? undefined : await selectOwnPracticeById(tx, former));
    const city = row === undefined ? undefined : (await cityRefs(tx, [row.cityId])).get(row.cityId);
    if (row === undefined || city === undefined) throw notFound();
    await ownCityId(tx, context.actor, city.slug);
    return {
      record: toOwnPractice(row, context),
      practice: toPractice(row, city, context.language),
      history: await versionsOf(tx, 'practice', row.id),
      evidence: { proposed: row.proposedEvidence, reviews: await reviewsOf(tx, row.id) },
    };
  },
});

async function reviewsOf(tx: Tx, practiceId: string): Promise<EvidenceReview[]> {
  const rows = await selectReviews(tx, practiceId);
  return rows.map(({ forum, proposed, isAgreed, note, at }) => ({
    forum,
    proposed,
    isAgreed,
    note,
    at: at.toISOString(),
  }));
}

/** Practices of the cities that the officer serves, whose kind of evidence waits for her. Nothing for others. */
export const listEvidenceToReview = defineQuery({
  input: z.object({}).optional(),
  run: async (tx, _input, context): Promise<EvidenceToReview[]> => {
    const rows = await selectToReview(tx);
    const cities = await cityRefs(
      tx,
      rows.map((row) => row.cityId),
    );
    return rows.flatMap((row) => {
      const city = cities.get(row.cityId);
      if (city === undefined || row.proposedEvidence === null) return [];
      const {
        id,
        title,
        evidence,
        results,
        source,
        confirmedAt: since,
        version,
      } = toPractice(row, city, context.language);
      const isByTransfer = row.proposedByTransferAt !== null;
      const proposal = { proposed: row.proposedEvidence, isByTransfer, evidence };
      return [{ id, version, title, city, ...proposal, results, source, since }];
    });
  },
});

/** A working copy as it will look once it is published. @throws SalingError `not-found` */
export const previewPractice = defineQuery({
  input: getPracticeInput,
  run: async (tx, { id }, context): Promise<Practice> => {
    const draft = await ownDraftRow(tx, context, 'practice', id);
    const city = draft === undefined ? undefined : (await cityRefs(tx, [draft.cityId])).get(draft.cityId);
    if (draft === undefined || city === undefined) throw notFound();
    return toPreview(draft, city, await goalsOfTopics(tx, topicsOfDraft(draft)));
  },
});

/** Database id of a practice that the actor may see. */
export async function findPracticeId(tx: Tx, key: string): Promise<string | undefined> {
  return (await selectPractice(tx, key))?.id;
}

/** The city of a practice, in whatever state, that is the actor's own. */
export async function findPracticeCity(tx: Tx, key: string): Promise<string | undefined> {
  return (await selectOwnPractice(tx, key))?.cityId;
}

export { toPracticeCard } from './listing/shapes.ts';
export type { PracticeRow } from './store/records.ts';
export {
  selectAllPractices as allPractices,
  selectCoveredPractices as coveredPractices,
  selectPracticeIdsOfTopic as practiceIdsOfTopic,
  selectPracticesById as practicesById,
} from './store/records.ts';
