import { defineConfig } from 'vitest/config';

const common = {
  pool: 'forks' as const,
  setupFiles: ['tests/support/setup-test.ts'],
  testTimeout: 15_000,
  hookTimeout: 120_000,
};
// A developer's own settings must not reach the tests; empty counts as not set.
const env = {
  NODE_ENV: 'test' as const,
  LOG_LEVEL: 'error',
  DATABASE_URL: '',
  MEILI_URL: '',
  MEILI_KEY: '',
  MEILI_INDEX_PREFIX: '',
  SALING_URL: '',
  SALING_SECRET: 'only for tests: thirty-two letters and more',
  SMTP_URL: '',
};
const MEILI_URL = process.env.MEILI_URL?.trim() ?? '';
const MEILI_KEY = process.env.MEILI_KEY ?? '';
const withDatabase = { globalSetup: ['tests/support/setup-run.ts'] };
// One heavy project at a time; two workers, as there are two cores.
const inOrder = (groupOrder: number, maxWorkers: number) => ({ sequence: { groupOrder }, maxWorkers });

/** The one project that is given the developer's Meilisearch; there is none without it. */
const meilisearch = {
  ...common,
  ...withDatabase,
  ...inOrder(4, 1),
  name: 'meilisearch',
  env: { ...env, MEILI_URL, MEILI_KEY, MEILI_INDEX_PREFIX: `test-${process.pid}` },
  testTimeout: 60_000,
  hookTimeout: 300_000,
  include: ['tests/meilisearch/**/*.test.ts'],
};

export default defineConfig({
  test: {
    projects: [
      ...(MEILI_URL === '' ? [] : [{ test: meilisearch }]),
      {
        test: {
          ...common,
          ...inOrder(0, 2),
          name: 'architecture',
          env,
          include: ['tests/architecture/**/*.test.ts'],
        },
      },
      {
        test: {
          ...common,
          ...inOrder(1, 2),
          name: 'unit',
          // An odd zone (UTC+6:30): what forgets to name its zone shows.
          env: { ...env, TZ: 'Asia/Yangon' },
          // Properties over thousands of texts: seconds here, more on a busy machine.
          testTimeout: 60_000,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...common,
          ...withDatabase,
          ...inOrder(2, 2),
          name: 'integration',
          env,
          testTimeout: 60_000,
          hookTimeout: 300_000,
          include: ['tests/integration/**/*.test.ts'],
        },
      },
      {
        test: {
          ...common,
          ...withDatabase,
          ...inOrder(3, 1),
          name: 'e2e',
          env,
          testTimeout: 90_000,
          hookTimeout: 300_000,
          include: ['tests/e2e/**/*.test.ts'],
        },
      },
      {
        test: {
          ...common,
          ...inOrder(5, 1),
          name: 'faults',
          env,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          include: ['tests/faults/**/*.test.ts'],
        },
      },
    ],
  },
});
