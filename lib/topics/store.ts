import { asc, eq, sql } from 'drizzle-orm';
import { topic, topicTerm } from '#db/schema/topics.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { ThesaurusEntry } from './contract.ts';

export type TopicRow = typeof topic.$inferSelect;

export function selectTopics(tx: Tx): Promise<TopicRow[]> {
  return tx.select().from(topic).orderBy(asc(topic.position));
}

export async function selectTopic(tx: Tx, code: string): Promise<TopicRow | undefined> {
  const [row] = await tx.select().from(topic).where(eq(topic.code, code));
  return row;
}

export async function lockTopic(tx: Tx, code: string): Promise<TopicRow | null> {
  const [row] = await tx.select().from(topic).where(eq(topic.code, code)).for('update');
  return row ?? null;
}

export function selectThesaurus(tx: Tx): Promise<ThesaurusEntry[]> {
  return tx
    .select({
      topic: topicTerm.topic,
      language: topicTerm.language,
      term: topicTerm.term,
      isLabel: topicTerm.isLabel,
    })
    .from(topicTerm)
    .orderBy(asc(topicTerm.topic), asc(topicTerm.language), asc(topicTerm.position));
}

export async function upsertTopic(tx: Tx, row: typeof topic.$inferInsert): Promise<void> {
  await tx.insert(topic).values(row).onConflictDoUpdate({ target: topic.code, set: row });
}

export async function replaceTerms(tx: Tx, code: string, terms: ThesaurusEntry[]): Promise<void> {
  await tx.delete(topicTerm).where(eq(topicTerm.topic, code));
  if (terms.length === 0) return;
  await tx
    .insert(topicTerm)
    .values(terms.map((term, position) => ({ ...term, position })))
    .onConflictDoNothing();
}

export async function selectKnownCodes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.select({ code: sql<string>`${topic.code}` }).from(topic);
  return new Set(rows.map((row) => row.code));
}
