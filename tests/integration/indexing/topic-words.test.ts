import { expect, it } from 'vitest';
import { readSeedFiles } from '#db/seed/files.ts';
import { topicInput } from '#db/seed/mapping.ts';
import { SAMPLE_FOLDER } from '#db/seed/seed.ts';
import { jobContext } from '#lib/core/context.ts';
import { runReactions } from '#lib/core/events.ts';
import { searchEngine } from '#lib/core/search.ts';
import { indexStaleRecords } from '#lib/indexing/commands.ts';
import { indexingReactions } from '#lib/indexing/reactions.ts';
import { newId } from '#lib/platform/ids.ts';
import { importTopic } from '#lib/topics/commands.ts';
import { topicRecordId } from '#lib/topics/rules.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase({ seeded: true });
const WORD = 'zyxwvutopic';

async function importHeat(extra: { language: string; term: string; isLabel: boolean }[]): Promise<void> {
  const files = await readSeedFiles(SAMPLE_FOLDER);
  const position = files.topics.findIndex(({ code }) => code === 'heat');
  const topic = files.topics[position];
  if (topic === undefined) throw new Error('the sample data has the topic heat');
  const input = topicInput(topic, position, files);
  await importTopic(jobContext('test'), newId(), { ...input, terms: [...input.terms, ...extra] });
  const [event] = await sql`select id from event where stream = 'topic:heat' order by sequence desc limit 1`;
  await runReactions(indexingReactions, event?.id);
  await indexStaleRecords();
}

async function isFound(): Promise<boolean> {
  const { hits } = await searchEngine().search({ text: WORD, kinds: ['topic'], limit: 10, prefix: false });
  return hits.some(({ recordId }) => recordId === topicRecordId('heat'));
}

it('a word given to a topic finds it, and no more once it is taken away', async () => {
  expect(await isFound()).toBe(false);
  await importHeat([{ language: 'en', term: WORD, isLabel: false }]);
  expect(await isFound()).toBe(true);
  await importHeat([]);
  expect(await isFound()).toBe(false);
});
