import { eq, sql } from 'drizzle-orm';
import { file, fileContent } from '#db/schema/files.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { type StoredFile, UNUSED_DAYS } from './contract.ts';

const { id, name, type, size, width, height } = file;
const columns = { id, name, type, size, width, height };

export async function insertFile(tx: Tx, row: typeof file.$inferInsert, bytes: Uint8Array): Promise<void> {
  await tx.insert(file).values(row);
  await tx.insert(fileContent).values({ fileId: row.id, bytes });
}

/** A file that the actor may see, with its bytes. */
export async function selectFile(
  tx: Tx,
  fileId: string,
): Promise<(StoredFile & { bytes: Uint8Array; digest: string }) | undefined> {
  const [row] = await tx
    .select({ ...columns, digest: file.digest, bytes: fileContent.bytes })
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

/** Removes what was uploaded and then used by nothing. Returns how many. */
export async function deleteUnused(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ removed: number }>(
    sql`select saling_remove_unused_files(${UNUSED_DAYS}) as removed`,
  );
  return row?.removed ?? 0;
}
