import { and, eq, inArray, sql } from 'drizzle-orm';
import { file, fileContent } from '#db/schema/files.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type StoredFile, UNUSED_DAYS } from './contract.ts';

const { id, name, type, size, width, height } = file;
const columns = { id, name, type, size, width, height };

export async function insertFile(
  tx: Tx,
  row: typeof file.$inferInsert,
  content: { bytes: Uint8Array; thumbnail: Uint8Array | null },
): Promise<void> {
  await tx.insert(file).values(row);
  await tx.insert(fileContent).values({ fileId: row.id, ...content });
}

/** A file that the actor may see, with its bytes. */
export async function selectFile(
  tx: Tx,
  fileId: string,
  isSmall: boolean,
): Promise<(StoredFile & { bytes: Uint8Array; digest: string; isSmall: boolean }) | undefined> {
  const bytes = isSmall ? sql<Uint8Array>`coalesce(thumbnail, bytes)` : fileContent.bytes;
  const isVariant = isSmall ? sql<boolean>`thumbnail is not null` : sql<boolean>`false`;
  const [row] = await tx
    .select({ ...columns, digest: file.digest, bytes, isSmall: isVariant })
    .from(file)
    .innerJoin(fileContent, eq(fileContent.fileId, file.id))
    .where(eq(file.id, fileId));
  return row;
}

/** Those of the ids that the actor may see, without bytes, in the order of the ids. */
export async function selectFiles(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const wanted = sql`array[${sql.join(
    ids.map((one) => sql`${one}`),
    sql`, `,
  )}]::uuid[]`;
  return tx
    .select(columns)
    .from(file)
    .where(sql`${file.id} = any(${wanted})`)
    .orderBy(sql`array_position(${wanted}, ${file.id})`);
}

/** A file without its bytes, with their SHA-256. */
export type DescribedFile = StoredFile & { digest: string };

/** Those of the ids that the actor may see, by id. */
export async function selectDescribed(tx: Tx, ids: readonly string[]): Promise<Map<string, DescribedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ ...columns, digest: file.digest })
    .from(file)
    .where(inArray(file.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Uploads of an office in the last day, as far as the actor sees them. */
export async function countRecent(tx: Tx, organisationId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(file)
    .where(
      and(eq(file.organisationId, organisationId), sql`${file.createdAt} > saling_now() - interval '1 day'`),
    );
  return row?.count ?? 0;
}

/** Whether the actor is named for this office, or invited to it, and may lay her letter there. */
export async function selectBringsLetter(tx: Tx, organisationId: string): Promise<boolean> {
  const [row] = await tx.execute<{ brings: boolean }>(
    sql`select saling_brings_letter(${organisationId}::uuid) as brings`,
  );
  return row?.brings ?? false;
}

/** Those of the ids that this city's office has uploaded, in this world. None of them is removed meanwhile. */
export async function selectFilesOfCity(
  tx: Tx,
  ids: readonly string[],
  owner: { cityId: string; isTrial: boolean },
): Promise<string[]> {
  if (ids.length === 0) return [];
  await tx.execute(sql`select pg_advisory_xact_lock_shared(5310450)`);
  const rows = await tx
    .select({ id: file.id })
    .from(file)
    .where(
      and(
        inArray(file.id, [...ids]),
        eq(file.isTrial, owner.isTrial),
        sql`saling_city_of(${file.organisationId}) = ${owner.cityId}::uuid`,
      ),
    );
  return rows.map((row) => row.id);
}

/** Whether the actor has uploaded this file herself, or her office has. It is not removed meanwhile. */
export async function isOwnFile(tx: Tx, fileId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(5310450)`);
  const rows = await tx
    .select({ id: file.id })
    .from(file)
    .where(
      and(
        eq(file.id, fileId),
        sql`${file.isTrial} = saling_is_trial()`,
        sql`(saling_belongs(${file.organisationId}) or ${file.uploadedBy} = saling_person())`,
      ),
    );
  return rows.length === 1;
}

/** Removes what was uploaded and then used by nothing. Returns how many. */
export async function deleteUnused(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ removed: number }>(
    sql`select saling_remove_unused_files(${UNUSED_DAYS}) as removed`,
  );
  return row?.removed ?? 0;
}
