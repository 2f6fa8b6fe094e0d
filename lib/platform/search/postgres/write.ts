import type { Sql, TransactionSql } from 'postgres';
import { SEARCH_KINDS, type SearchDocument, type SearchKind } from '#lib/platform/search/engine.ts';
import { ownWords } from '#lib/platform/search/impact.ts';
import { putGroups } from './groups.ts';
import { changeFrequencies, dropUnused, ensureTerms, idOf } from './terms.ts';

/** Writers take turns: frequencies are counted up and down. */
const LOCK = 7_254_642;

/** Documents written in one transaction. */
const BATCH = 500;

type DocumentRow = { id: number; kind: SearchKind; record_id: string };

/** Adds or replaces documents, `BATCH` at a time; an older version of a document is passed over. */
export async function putDocuments(sql: Sql, documents: readonly SearchDocument[]): Promise<void> {
  const all = unique(documents);
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      await putBatch(tx, batch);
    });
  }
}

/** Of a document that is given twice, the last. */
const unique = (documents: readonly SearchDocument[]): SearchDocument[] => [
  ...new Map(documents.map((document) => [`${document.kind}:${document.recordId}`, document])).values(),
];

async function putBatch(tx: TransactionSql, batch: readonly SearchDocument[]): Promise<void> {
  const rows = await tx<DocumentRow[]>`
    insert into search_document (kind, record_id, version)
    select * from unnest(
      ${batch.map((document) => document.kind)}::text[],
      ${batch.map((document) => document.recordId)}::uuid[],
      ${batch.map((document) => document.version)}::int[])
    on conflict (kind, record_id) do update set version = excluded.version
      where search_document.version <= excluded.version
    returning id, kind, record_id`;
  const byRecord = new Map(batch.map((document) => [`${document.kind}:${document.recordId}`, document]));
  const written = rows.flatMap((row) => {
    const document = byRecord.get(`${row.kind}:${row.record_id}`);
    if (document === undefined) return [];
    return [{ id: row.id, kind: SEARCH_KINDS.indexOf(row.kind), document, own: ownWords(document) }];
  });
  const before = await forget(
    tx,
    rows.map((row) => row.id),
  );
  const termIds = await ensureTerms(
    tx,
    written.flatMap(({ own }) => own.words),
  );
  const postings = written.flatMap(({ id, kind, own }) =>
    [...own.impacts].map(([term, impact]) => ({ termId: idOf(termIds, term), documentId: id, kind, impact })),
  );
  await tx`
    insert into search_posting (term_id, document_id, kind, impact)
    select * from unnest(
      ${postings.map((posting) => posting.termId)}::int[],
      ${postings.map((posting) => posting.documentId)}::int[],
      ${postings.map((posting) => posting.kind)}::smallint[],
      ${postings.map((posting) => posting.impact)}::smallint[])`;
  await putGroups(tx, written);
  await changeFrequencies(
    tx,
    before,
    postings.map((posting) => posting.termId),
  );
  await dropUnused(tx, before);
}

/** Takes the words of documents out of the index; gives the term of each posting that went. */
async function forget(tx: TransactionSql, documentIds: readonly number[]): Promise<number[]> {
  await tx`
    with gone as (
      delete from search_group_document where document_id = any(${[...documentIds]}::int[]) returning group_id
    ), counted as (select group_id, count(*)::int as number from gone group by group_id)
    update search_group set members = members - counted.number from counted where id = counted.group_id`;
  const rows = await tx<{ term_id: number }[]>`
    delete from search_posting where document_id = any(${[...documentIds]}::int[]) returning term_id`;
  return rows.map((row) => row.term_id);
}

export async function removeDocuments(
  sql: Sql,
  records: readonly { kind: SearchKind; recordId: string }[],
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    const rows = await tx<{ id: number }[]>`
      select d.id from search_document d join unnest(
        ${records.map((record) => record.kind)}::text[],
        ${records.map((record) => record.recordId)}::uuid[]) as wanted(kind, record_id) using (kind, record_id)`;
    const ids = rows.map((row) => row.id);
    const gone = await forget(tx, ids);
    await tx`delete from search_document where id = any(${ids}::int[])`;
    await changeFrequencies(tx, gone, []);
    await dropUnused(tx, gone);
  });
}

export async function clearDocuments(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await clearPostings(tx);
    await tx`delete from search_term`;
  });
}

/** In one transaction, so that a search finds all documents of before or all of the new ones. */
export async function rebuildDocuments(
  sql: Sql,
  documents: readonly SearchDocument[],
  onProgress: (done: number) => void,
): Promise<void> {
  const all = unique(documents);
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    // Terms keep their numbers: a search that has looked them up adds up postings in its next statement.
    await clearPostings(tx);
    await tx`update search_term set frequency = 0`;
    for (let from = 0; from < all.length; from += BATCH) {
      await putBatch(tx, all.slice(from, from + BATCH));
      onProgress(Math.min(from + BATCH, all.length));
    }
    await tx`
      delete from search_term where frequency = 0
        and not exists (select from search_group_term where term_id = search_term.id)`;
  });
}

async function clearPostings(tx: TransactionSql): Promise<void> {
  await tx`delete from search_posting`;
  await tx`delete from search_group_document`;
  await tx`delete from search_group_term`;
  await tx`delete from search_group`;
  await tx`delete from search_document`;
  await tx`delete from search_form`;
}
