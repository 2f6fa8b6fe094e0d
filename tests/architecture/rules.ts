/** A source file by its path from the root, with its text. */
export type SourceFile = { path: string; text: string };
export type Violation = { path: string; problem: string };

/** Imports inside lib go only to the left of this order. */
export const DOMAIN_ORDER = [
  'platform',
  'core',
  'identity',
  'files',
  'links',
  'notices',
  'topics',
  'cities',
  'drafts',
  'facts',
  'practices',
  'needs',
  'profile',
  'transfer',
  'ties',
  'hosting',
  'matching',
  'exchanges',
  'carrying-out',
  'papers',
  'discovery',
  'corrections',
  'trial',
  'indexing',
  'publishing',
];
const ROLES = ['contract', 'rules', 'policy', 'store', 'queries', 'commands', 'reactions', 'gateway'];
/** Folders of pure helpers that a domain may have beside the closed set. */
const HELPERS = ['permissions', 'sheets', 'inspection', 'listing', 'scoring', 'detection', 'evaluation'];

const IMPORT = /(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap((match) => match[1] ?? match[2] ?? []);
}

/** Every rule of the map that the files break; empty when the map holds. */
export function findViolations(files: readonly SourceFile[]): Violation[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap((file) =>
    [
      ...fileNames(file),
      ...twoWays(file, paths),
      ...importsOf(file.text).flatMap((target) => [
        ...importForm(file, target),
        ...layers(file, target),
        ...database(file, target),
        ...browser(file, target),
      ]),
    ].map((problem) => ({ path: file.path, problem })),
  );
}

function domainOf(path: string): string | undefined {
  return /^#?lib\/([^/]+)\//.exec(path)?.[1];
}

function fileNames({ path }: SourceFile): string[] {
  const domain = domainOf(path);
  if (domain === undefined || domain === 'platform' || domain === 'core') return [];
  if (!DOMAIN_ORDER.includes(domain)) return [`${domain} is no domain of the map`];
  const inside = path.split('/')[2] ?? '';
  const name = inside.replace(/\.ts$/, '');
  return ROLES.includes(name) || HELPERS.includes(name) ? [] : [`${inside} is no file of a domain`];
}

/** Who looks for the commands of a domain finds a file or a folder, not both. */
function twoWays({ path }: SourceFile, paths: ReadonlySet<string>): string[] {
  const beside = /^(lib\/[^/]+\/[^/]+)\/[^/]+\.ts$/.exec(path)?.[1];
  if (beside === undefined || !paths.has(`${beside}.ts`)) return [];
  return [`${beside}.ts stands beside a folder of the same name: move it inside`];
}

function importForm({ path }: SourceFile, target: string): string[] {
  if (target.startsWith('../')) return [`${target} climbs: import from the root with #`];
  if (/^(next-intl|use-intl\/react)(\/|$)/.test(target)) return [`${target}: words come from #i18n/words.ts`];
  if (target.startsWith('@/')) return [`${target}: use # instead of @/`];
  const isOwn = target.startsWith('#') || target.startsWith('./');
  const hasExtension = /\.(ts|tsx|js|mjs|json|css|woff2)$/.test(target);
  if (isOwn && !hasExtension) return [`${target} has no extension`];
  return target === '#lib' || /\/index\.tsx?$/.test(path) ? ['no barrels'] : [];
}

function layers({ path }: SourceFile, target: string): string[] {
  const own = domainOf(path);
  const other = domainOf(target);
  if (path.startsWith('lib/') && /^#(app|components|server)\//.test(target)) {
    return [`${target}: lib knows nothing of ${target.split('/')[0]}`];
  }
  if (path.startsWith('components/') && /^#(app|server|db)\//.test(target)) {
    return [`${target}: components get data and actions as props`];
  }
  if (path.startsWith('components/ui/') && target.startsWith('#lib/'))
    return ['components/ui imports nothing of lib'];
  if (own === undefined || other === undefined || own === other) return [];
  const isLeft = DOMAIN_ORDER.indexOf(other) < DOMAIN_ORDER.indexOf(own);
  return isLeft ? [] : [`${own} may not import ${other}: it stands to the right; emit an event instead`];
}

function database({ path }: SourceFile, target: string): string[] {
  const isDatabase = target.startsWith('#db/') || target.startsWith('drizzle-orm') || target === 'postgres';
  if (!isDatabase || path.startsWith('db/') || path.startsWith('server/') || path.startsWith('tests/'))
    return [];
  const mayQuery =
    /^lib\/[^/]+\/store(\/|\.ts$)/.test(path) ||
    /^lib\/core\/(store|transaction|database|installation)\.ts$/.test(path) ||
    /^lib\/platform\/search\/postgres/.test(path);
  return mayQuery ? [] : [`${target}: only a store talks to the database`];
}

function browser({ path, text }: SourceFile, target: string): string[] {
  const runsInBrowser = /^['"]use client['"]/m.test(text) || path.startsWith('components/');
  if (!runsInBrowser || !target.startsWith('#lib/')) return [];
  const isShared = /\/contract\.ts$/.test(target) || /^#lib\/platform\/(language|fields)\.ts$/.test(target);
  return isShared ? [] : [`${target}: a browser may import a contract only`];
}
