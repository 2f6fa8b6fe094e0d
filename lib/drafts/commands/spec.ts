import type { z } from 'zod';
import type { Role } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { DraftContent, DraftKind } from '#lib/drafts/contract.ts';
import { rolesAt } from '#lib/drafts/policy.ts';
import { type DraftRow, insertVersion } from '#lib/drafts/store.ts';
import { newId } from '#lib/platform/ids.ts';

/** What drafts need to know of a published record. */
export type RecordRow = {
  id: string;
  key: string;
  version: number;
  state: 'draft' | 'with-office' | 'published' | 'withdrawn';
  origin: 'compiled' | 'city';
  compiledDigest: string | null;
  cityId: string;
  isTrial: boolean;
  language: string;
};
/** One kind of record: its fields, and how they become a row. Made by the domain that owns the kind. */
export type RecordSpec<Row extends RecordRow, Fields> = {
  kind: DraftKind;
  /** Of a working copy: every field may be empty. */
  fields: z.ZodObject;
  /** Of what is published. */
  complete: z.ZodType<Fields>;
  toContent: (row: Row) => DraftContent;
  /** @param existing what is published now, null for a new record */
  toColumns: (tx: Tx, fields: Fields, existing: Row | null) => Promise<object>;
  select: (tx: Tx, key: string) => Promise<Row | undefined>;
  lock: (tx: Tx, key: string) => Promise<Row | null>;
  insert: (tx: Tx, row: object) => Promise<void>;
  /** Raises the version; false when somebody else changed the record since. */
  update: (tx: Tx, id: string, version: number, row: object) => Promise<boolean>;
};

/** The writer, once the policy has let her in. @throws SalingError `not-found` for anybody without an office there */
export function writerOf(context: Context, cityId: string) {
  const { actor } = context;
  const [role] = rolesAt(actor, cityId);
  if (actor.kind !== 'person' || role === undefined) throw notFound();
  return { personId: actor.personId, isTrial: actor.isTrial, role: role satisfies Role };
}

/** What is ready to be sent or published. @throws SalingError `invalid`, naming each field that is not */
export function completeFields<Fields>(spec: { complete: z.ZodType<Fields> }, content: DraftContent): Fields {
  return parseInput(spec.complete, content);
}

/** @throws SalingError `conflict` where the record is at another point of its way */
export function expectState(isThere: boolean, state: string): void {
  if (!isThere) throw new SalingError('conflict', { params: { state } });
}

/** Keeps what the working copy says, before something else takes its place. */
export async function keepDraft(tx: Tx, draft: DraftRow): Promise<void> {
  await insertVersion(tx, {
    id: newId(),
    kind: draft.kind,
    recordId: draft.id,
    cityId: draft.cityId,
    isTrial: draft.isTrial,
    stage: 'draft',
    version: draft.version,
    content: draft.content,
    byPerson: draft.writtenBy,
  });
}

/** One event in the stream of the record. Ids, versions and enums only. */
export function recordEvent(
  kind: DraftKind,
  what: string,
  record: { id: string; key: string; cityId: string; version: number; isTrial: boolean },
) {
  const { id, key, cityId, version, isTrial } = record;
  const payload = { id, key, cityId, version, ...(isTrial ? { isTrial } : {}) };
  return { stream: `${kind}:${id}`, type: `${kind}.${what}`, payload };
}
