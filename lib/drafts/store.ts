import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { textArray, uuidArray } from '#db/arrays.ts';
import { formerKey, recordDraft, recordVersion } from '#db/schema/drafts.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import type { DraftKind } from './contract.ts';

export type DraftRow = typeof recordDraft.$inferSelect;
export type DraftInsert = typeof recordDraft.$inferInsert;
/** Instants may be the database's own. */
type Changes = Partial<Omit<DraftInsert, 'updatedAt' | 'sentAt'>> & { updatedAt?: SQL; sentAt?: SQL | null };
export type VersionRow = typeof recordVersion.$inferSelect;

/** By its key, or by one that it had before. */
export async function selectDraft(tx: Tx, kind: DraftKind, key: string): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(recordDraft)
    .where(and(eq(recordDraft.kind, kind), eq(recordDraft.key, key)));
  if (row !== undefined) return row;
  const [led] = await tx
    .select({ draft: recordDraft })
    .from(formerKey)
    .innerJoin(recordDraft, eq(recordDraft.id, formerKey.recordId))
    .where(and(eq(formerKey.kind, kind), eq(formerKey.key, key)));
  return led?.draft;
}

export async function lockDraft(tx: Tx, kind: DraftKind, key: string): Promise<DraftRow | null> {
  const found = await selectDraft(tx, kind, key);
  if (found === undefined) return null;
  const [row] = await tx.select().from(recordDraft).where(eq(recordDraft.id, found.id)).for('update');
  return row ?? null;
}

/** The record that had this key before, as a draft or, since then, published. */
export async function selectFormerKey(tx: Tx, kind: DraftKind, key: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ recordId: formerKey.recordId })
    .from(formerKey)
    .where(and(eq(formerKey.kind, kind), eq(formerKey.key, key)));
  return row?.recordId;
}

/** Working copies of one city, the one written last first. */
export function selectDraftsOfCity(tx: Tx, cityId: string): Promise<DraftRow[]> {
  return tx
    .select()
    .from(recordDraft)
    .where(eq(recordDraft.cityId, cityId))
    .orderBy(desc(recordDraft.updatedAt), asc(recordDraft.key));
}

export async function insertDraft(tx: Tx, row: DraftInsert): Promise<void> {
  await tx.insert(recordDraft).values(row);
}

export async function updateDraft(tx: Tx, id: string, row: Changes): Promise<DraftRow> {
  const [changed] = await tx.update(recordDraft).set(row).where(eq(recordDraft.id, id)).returning();
  if (changed === undefined) throw new Error('a draft that was locked is gone');
  return changed;
}

/** The instant as the database sees it, for `updated_at`. */
export const presentInstant = sql`saling_now()`;

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(recordDraft).where(eq(recordDraft.id, id));
}

export async function insertFormerKey(tx: Tx, row: typeof formerKey.$inferInsert): Promise<void> {
  await tx.insert(formerKey).values(row).onConflictDoNothing();
}

/** Takes turns with others who want a key of the same base, until the transaction ends. */
export async function lockKeys(tx: Tx, base: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310430, hashtext(${base}))`);
}

/** Ids that an index gave, as a desk of the trial copy sees them: what lies over a record in its place. */
export async function selectShownIds(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select shown.id from unnest(saling_shown_ids(${uuidArray(ids)})) with ordinality as shown(id, place) order by place`);
  return rows.map((row) => row.id);
}

export async function isKeyTaken(tx: Tx, kind: DraftKind, key: string): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(sql`select saling_key_taken(${kind}, ${key}) as taken`);
  return row?.taken ?? true;
}

export async function insertVersion(tx: Tx, row: typeof recordVersion.$inferInsert): Promise<void> {
  await tx.insert(recordVersion).values(row);
}

/** The latest published version, and whether its publishing can still be undone. */
export async function selectLastPublished(
  tx: Tx,
  kind: DraftKind,
  recordId: string,
): Promise<(VersionRow & { isFresh: boolean }) | undefined> {
  const [found] = await tx
    .select({
      row: recordVersion,
      isFresh: sql<boolean>`${recordVersion.at} > saling_now() - make_interval(mins => ${UNDO_MINUTES})`,
    })
    .from(recordVersion)
    .where(
      and(
        eq(recordVersion.kind, kind),
        eq(recordVersion.recordId, recordId),
        eq(recordVersion.stage, 'published'),
      ),
    )
    .orderBy(desc(recordVersion.version))
    .limit(1);
  return found === undefined ? undefined : { ...found.row, isFresh: found.isFresh };
}

export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await tx.delete(recordVersion).where(eq(recordVersion.id, id));
}

/** What the record said before, the latest first. */
export function selectVersions(
  tx: Tx,
  kind: DraftKind,
  recordId: string,
  limit: number,
): Promise<VersionRow[]> {
  return tx
    .select()
    .from(recordVersion)
    .where(and(eq(recordVersion.kind, kind), eq(recordVersion.recordId, recordId)))
    .orderBy(desc(recordVersion.at), desc(recordVersion.id))
    .limit(limit);
}

/** Whether any version of what was published is kept. */
export async function hasPublishedVersion(tx: Tx, kind: DraftKind, recordId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: recordVersion.id })
    .from(recordVersion)
    .where(
      and(
        eq(recordVersion.kind, kind),
        eq(recordVersion.recordId, recordId),
        eq(recordVersion.stage, 'published'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whether a version was kept in the last ten minutes. */
export async function hasRecentVersion(tx: Tx, kind: DraftKind, recordId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: recordVersion.id })
    .from(recordVersion)
    .where(
      and(
        eq(recordVersion.kind, kind),
        eq(recordVersion.recordId, recordId),
        sql`${recordVersion.at} > saling_now() - interval '10 minutes'`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const CHUNK = 200;

export async function insertDrafts(tx: Tx, rows: readonly DraftInsert[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.insert(recordDraft).values(rows.slice(at, at + CHUNK));
  }
}

/** Many at once, each as `updateDraft` would. @param rows whole rows, of working copies that the caller has locked */
export async function replaceDrafts(tx: Tx, rows: readonly DraftInsert[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx
      .insert(recordDraft)
      .values(rows.slice(at, at + CHUNK))
      .onConflictDoUpdate({
        target: recordDraft.id,
        set: {
          version: sql`excluded.version`,
          language: sql`excluded.language`,
          content: sql`excluded.content`,
          fieldVersions: sql`excluded.field_versions`,
          writtenBy: sql`excluded.written_by`,
          writtenRole: sql`excluded.written_role`,
          updatedAt: presentInstant,
        },
      });
  }
}

export async function insertVersions(
  tx: Tx,
  rows: readonly (typeof recordVersion.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.insert(recordVersion).values(rows.slice(at, at + CHUNK));
  }
}

/** All working copies of a city, held until the transaction ends. */
export function lockDraftsOfCity(tx: Tx, cityId: string): Promise<DraftRow[]> {
  return tx
    .select()
    .from(recordDraft)
    .where(eq(recordDraft.cityId, cityId))
    .orderBy(asc(recordDraft.id))
    .for('update');
}

export function selectFormerKeysOfCity(tx: Tx, cityId: string): Promise<(typeof formerKey.$inferSelect)[]> {
  return tx.select().from(formerKey).where(eq(formerKey.cityId, cityId));
}

/** What all records of a city said before, the latest first. */
export function selectVersionsOfCity(tx: Tx, cityId: string): Promise<VersionRow[]> {
  return tx
    .select()
    .from(recordVersion)
    .where(eq(recordVersion.cityId, cityId))
    .orderBy(desc(recordVersion.at), desc(recordVersion.id));
}

/** Which of these keys some record has, whether the actor may see it or not. */
export async function selectTakenKeys(
  tx: Tx,
  kind: DraftKind,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.execute<{ key: string }>(
    sql`select key from unnest(${textArray(keys)}) as key where saling_key_taken(${kind}, key)`,
  );
  return new Set(rows.map((row) => row.key));
}
