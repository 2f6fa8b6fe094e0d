import { type FieldProblem, SalingError } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { DraftContent, DraftKind } from '#lib/drafts/contract.ts';
import { changedFields, changedVersions } from '#lib/drafts/rules.ts';
import {
  type DraftInsert,
  type DraftRow,
  insertDrafts,
  insertVersions,
  replaceDrafts,
} from '#lib/drafts/store.ts';
import { newId } from '#lib/platform/ids.ts';
import type { RecordRow, RecordSpec, writerOf } from './spec.ts';

/** How a record of the city stands: its working copy, what is published, or both. */
export type Standing = {
  kind: DraftKind;
  id: string;
  key: string;
  isTrial: boolean;
  draft: DraftRow | null;
  published: (RecordRow & { audience: 'public' | 'observers' | 'members'; confirmedAt: Date | null }) | null;
  publishedContent: DraftContent | null;
};
type Published = NonNullable<Standing['published']>;

/** One kind of record as files carry it: what stands of a city, and what a file may say. */
export type RecordCarrier = {
  kind: DraftKind;
  standing: (tx: Tx, cityId: string, drafts: readonly DraftRow[]) => Promise<Standing[]>;
  check: (fields: Record<string, unknown>) => { patch: DraftContent } | { problems: readonly FieldProblem[] };
};

export function carrierOf<Row extends RecordRow & Published, Fields>(
  spec: RecordSpec<Row, Fields>,
  ofCity: (tx: Tx, cityId: string) => Promise<Row[]>,
): RecordCarrier {
  const patchSchema = spec.fields.partial().strict();
  return {
    kind: spec.kind,
    standing: async (tx, cityId, drafts) => {
      const own = new Map(drafts.filter(({ kind }) => kind === spec.kind).map((draft) => [draft.id, draft]));
      const known = (await ofCity(tx, cityId)).map((row): Standing => {
        // By key where a desk writes over a compiled record: its working copy has the id of what will lie over it.
        const draft = own.get(row.id) ?? [...own.values()].find(({ key }) => key === row.key) ?? null;
        const { id, key, isTrial } = draft ?? row;
        own.delete(id);
        return {
          kind: spec.kind,
          id,
          key,
          isTrial,
          draft,
          published: row,
          publishedContent: spec.toContent(row),
        };
      });
      const fresh = [...own.values()].map((draft): Standing => {
        const { kind, id, key, isTrial } = draft;
        return { kind, id, key, isTrial, draft, published: null, publishedContent: null };
      });
      return [...known, ...fresh];
    },
    check: (fields) => {
      try {
        return { patch: parseInput(patchSchema, fields) as DraftContent };
      } catch (error) {
        if (error instanceof SalingError && error.code === 'invalid') return { problems: error.errors };
        throw error;
      }
    },
  };
}

export const contentOf = ({ draft, publishedContent }: Standing): DraftContent =>
  draft?.content ?? publishedContent ?? {};
export const languageOf = ({ draft, published }: Standing): string =>
  draft?.language ?? published?.language ?? '';

/** One record as a file wants it. `standing` null: a new one. */
export type Carried = {
  kind: DraftKind;
  key: string;
  language: string;
  patch: DraftContent;
  standing: Standing | null;
};
type Writer = ReturnType<typeof writerOf> & { cityId: string };

/**
 * Writes what a file brings into working copies: new ones, and of published records one beside it. All of it in the
 * caller's transaction, which holds the working copies of the city.
 */
export async function putCarried(tx: Tx, writer: Writer, all: readonly Carried[]): Promise<void> {
  const { cityId, isTrial, personId: writtenBy, role: writtenRole } = writer;
  const fresh: DraftInsert[] = [];
  const changed: (Carried & { draft: DraftRow })[] = [];
  for (const one of all) {
    const { kind, key, language, patch, standing } = one;
    const row = { kind, key, cityId, isTrial, language, writtenBy, writtenRole };
    if (standing === null) {
      const fieldVersions = Object.fromEntries(Object.keys(patch).map((field) => [field, 1]));
      fresh.push({ ...row, id: newId(), content: patch, fieldVersions });
    } else if (standing.draft === null) {
      const content = { ...standing.publishedContent, ...patch };
      fresh.push({ ...row, id: standing.id, content, baseVersion: standing.published?.version ?? null });
    } else {
      changed.push({ ...one, draft: standing.draft });
    }
  }
  await insertDrafts(tx, fresh);
  await insertVersions(
    tx,
    changed.map(({ draft }) => ({
      id: newId(),
      kind: draft.kind,
      recordId: draft.id,
      cityId,
      isTrial,
      stage: 'draft' as const,
      version: draft.version,
      content: draft.content,
      byPerson: draft.writtenBy,
    })),
  );
  await replaceDrafts(
    tx,
    changed.map(({ draft, patch, language }) => {
      const version = draft.version + 1;
      const isOwn = draft.writtenBy === writtenBy;
      const fields = changedFields(draft.content, patch);
      return {
        ...draft,
        version,
        language,
        content: { ...draft.content, ...patch },
        fieldVersions: changedVersions({ ...draft, isOwn }, fields, version),
        writtenBy,
        writtenRole,
      };
    }),
  );
}
