import { testDatabase } from '#tests/support/database.ts';
import { describeLibrary } from './library-cases.ts';

describeLibrary(await testDatabase({ seeded: true }));
