import { createHash } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import type { SearchDocument, TopicWords } from '#lib/platform/search/engine.ts';
import { topicShare } from '#lib/platform/search/impact.ts';
import { indexWords } from '#lib/platform/search/words.ts';
import { ensureTerms, idOf } from './terms.ts';

const digestOf = (group: TopicWords): string =>
  createHash('sha256')
    .update(JSON.stringify([group.topic, ...group.terms]))
    .digest('base64');

/**
 * Ties documents to the word lists of their topics. A list is stored once however many documents share it:
 * thirteen languages of a topic are some hundred words, which would outnumber a document's own.
 */
export async function putGroups(
  tx: TransactionSql,
  documents: readonly { id: number; kind: number; document: SearchDocument }[],
): Promise<void> {
  const groups = new Map<string, TopicWords>();
  const members = new Map<string, { digest: string; documentId: number; kind: number; share: number }>();
  for (const { id, kind, document } of documents) {
    for (const [place, group] of document.topicWords.entries()) {
      const digest = digestOf(group);
      groups.set(digest, group);
      const tie = `${digest}:${id}`;
      if (!members.has(tie)) members.set(tie, { digest, documentId: id, kind, share: topicShare(place) });
    }
  }
  const digests = [...groups.keys()];
  const added = await tx<{ id: number; digest: string }[]>`
    insert into search_group (digest) select * from unnest(${digests}::text[])
    on conflict (digest) do nothing returning id, digest`;
  for (const { id, digest } of added) await fillGroup(tx, id, groups.get(digest)?.terms ?? []);
  const ties = [...members.values()];
  await tx`
    with tied as (
      insert into search_group_document (group_id, document_id, kind, share)
      select g.id, tie.document_id, tie.kind, tie.share
      from unnest(
        ${ties.map((tie) => tie.digest)}::text[],
        ${ties.map((tie) => tie.documentId)}::int[],
        ${ties.map((tie) => tie.kind)}::smallint[],
        ${ties.map((tie) => tie.share)}::smallint[]) as tie(digest, document_id, kind, share)
      join search_group g using (digest)
      returning group_id
    ), counted as (select group_id, count(*)::int as number from tied group by group_id)
    update search_group set members = members + counted.number from counted where id = counted.group_id`;
}

async function fillGroup(tx: TransactionSql, groupId: number, terms: readonly string[]): Promise<void> {
  const words = terms.flatMap(indexWords);
  const ids = await ensureTerms(tx, words);
  const termIds = [...new Set(words.map((word) => idOf(ids, word.term)))];
  await tx`
    insert into search_group_term (term_id, group_id)
    select *, ${groupId}::int from unnest(${termIds}::int[])`;
}
