import { afterAll, expect, test } from 'vitest';
import { searchEngine } from '#lib/core/search.ts';
import { describeLibrary } from '#tests/integration/search/library-cases.ts';
import { testDatabase } from '#tests/support/database.ts';
import { removeIndexes, settingsFor } from './server.ts';

const database = await testDatabase({ seeded: true });
afterAll(() => removeIndexes(settingsFor()));

test('the settings name Meilisearch', async () => {
  expect((await searchEngine().health()).engine).toBe('meilisearch');
});

describeLibrary(database);
