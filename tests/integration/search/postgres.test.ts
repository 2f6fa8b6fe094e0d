import { createPostgresSearch } from '#lib/platform/search/postgres/engine.ts';
import { testDatabase } from '#tests/support/database.ts';
import { describeEngine } from './engine-cases.ts';

const { sql } = await testDatabase();
describeEngine(createPostgresSearch(sql));
