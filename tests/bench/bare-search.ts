import type postgres from 'postgres';
import type { SearchDocument } from '#lib/platform/search/engine.ts';
import { indexWords, questionWords } from '#lib/platform/search/words.ts';

const BATCH = 500;
const HITS = 20;

const joined = (words: readonly { form: string; isPair: boolean }[], separator: string): string =>
  words
    .filter((word) => !word.isPair)
    .map((word) => word.form)
    .join(separator);

/** The same words of the same documents, those of their topics included, in one indexed column of Postgres. */
export async function fillBare(sql: postgres.Sql, documents: readonly SearchDocument[]): Promise<void> {
  await sql`create table bench_bare (id uuid primary key, words tsvector not null)`;
  const wordsOf = (text: string): string => joined(indexWords(text), ' ');
  const topics = new Map<string, string>();
  for (const { topic, terms } of documents.flatMap((document) => document.topicWords)) {
    if (!topics.has(topic)) topics.set(topic, wordsOf(terms.join('\n')));
  }
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const texts = (part: (document: SearchDocument) => string) => batch.map(part);
    await sql`
      insert into bench_bare
      select id, setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)
        || setweight(to_tsvector('simple', topics), 'D')
      from unnest(
        ${texts((document) => document.recordId)}::uuid[],
        ${texts((document) => wordsOf(document.title))}::text[],
        ${texts((document) => wordsOf(document.body))}::text[],
        ${texts(({ topicWords }) => topicWords.map(({ topic }) => topics.get(topic)).join(' '))}::text[]
      ) as added(id, title, body, topics)`;
  }
  await sql`create index on bench_bare using gin (words)`;
}

/** One bare SELECT of the twenty best by rank, for any of the words of the question. */
export async function askBare(sql: postgres.Sql, question: string): Promise<unknown> {
  const words = questionWords(question, false);
  const any = joined(
    words.map((word) => ({ ...word, form: `'${word.form.replaceAll("'", "''")}'` })),
    ' | ',
  );
  return sql`
    select id from bench_bare, to_tsquery('simple', ${any}) as asked
    where words @@ asked order by ts_rank(words, asked) desc limit ${HITS}`;
}
