import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findViolations, type SourceFile } from './rules.ts';

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (path) => /^(app|components|lib|server|db|tests)\//.test(path) && !path.startsWith('tests/architecture/'),
  );
const files: SourceFile[] = tracked.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the map of the code', () => {
  it('looks at the whole source', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it('holds in every file', () => {
    expect(findViolations(files)).toEqual([]);
  });

  it('keeps files at most 300 lines, tests 400', () => {
    const long = files.filter(
      ({ path, text }) => text.split('\n').length > (path.startsWith('tests/') ? 401 : 301),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe('the rules see a planted violation', () => {
  const planted: [string, string, string][] = [
    [
      'a domain that imports to the right',
      'lib/cities/queries.ts',
      "import { x } from '#lib/matching/rules.ts';",
    ],
    [
      'a sink imported by a domain',
      'lib/needs/commands/import.ts',
      "import { x } from '#lib/indexing/commands.ts';",
    ],
    ['lib that knows the app', 'lib/cities/queries.ts', "import { x } from '#app/request/context.ts';"],
    ['a query that talks to the database', 'lib/cities/queries.ts', "import { eq } from 'drizzle-orm';"],
    [
      'a component that loads a query',
      'components/cities/card.tsx',
      "import { x } from '#lib/cities/queries.ts';",
    ],
    [
      'ui that knows the domain',
      'components/ui/button.tsx',
      "import type { X } from '#lib/cities/contract.ts';",
    ],
    ['a climbing import', 'lib/cities/queries.ts', "import { x } from '../needs/rules.ts';"],
    ['an import without extension', 'lib/cities/queries.ts', "import { x } from '#lib/core/errors';"],
    ['words from elsewhere', 'components/cities/card.tsx', "import { useTranslations } from 'next-intl';"],
    ['a file name outside the set', 'lib/cities/helpers.ts', ''],
    ['a domain outside the map', 'lib/wishes/rules.ts', ''],
  ];
  it.each(planted)('%s', (_name, path, text) => {
    expect(findViolations([{ path, text }])).not.toEqual([]);
  });

  it('of a file beside a folder of the same name', () => {
    const paths = ['lib/needs/commands.ts', 'lib/needs/commands/writing.ts', 'lib/needs/queries.ts'];
    expect(findViolations(paths.map((path) => ({ path, text: '' }))).map(({ path }) => path)).toEqual([
      'lib/needs/commands/writing.ts',
    ]);
  });

  it('and leaves a clean file alone', () => {
    const text = "import { eq } from 'drizzle-orm';\nimport { city } from '#db/schema/cities.ts';";
    expect(findViolations([{ path: 'lib/cities/store.ts', text }])).toEqual([]);
  });
});
