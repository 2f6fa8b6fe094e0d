// A process of its own: it starts with the first paper and ends when nobody asks for a while, so that memory and
// a fault of the compiler are not the server's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { coveredBy } from './coverage.ts';
import type { Compiled, ToCompile } from './messages.ts';
import { NO_SIGN, printable } from './printable.ts';

const FONTS = [
  'noto-serif/400Regular/NotoSerif_400Regular',
  'noto-serif/600SemiBold/NotoSerif_600SemiBold',
  'noto-sans/400Regular/NotoSans_400Regular',
  'noto-sans/600SemiBold/NotoSans_600SemiBold',
  'noto-sans-khmer/400Regular/NotoSansKhmer_400Regular',
  'noto-sans-lao/400Regular/NotoSansLao_400Regular',
  'noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular',
  'noto-sans-tamil/400Regular/NotoSansTamil_400Regular',
  'noto-sans-thai/400Regular/NotoSansThai_400Regular',
];
const require = createRequire(import.meta.url);
type Tools = Awaited<ReturnType<typeof loadTools>>;

async function loadTools() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fonts = FONTS.map((font) => {
    const [family = ''] = font.split('/');
    const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return readFileSync(join(home, `${font.slice(family.length + 1)}.ttf`));
  });
  const covered = fonts.map((font) => coveredBy(new DataView(font.buffer, font.byteOffset, font.byteLength)));
  return {
    compiler: NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] }),
    template: readFileSync(join(import.meta.dirname, 'brief.typ'), 'utf8'),
    isCovered: (sign: number) => covered.some((signs) => signs.has(sign)),
  };
}

/** The first of the sheets that fits, each said more shortly than the one before. Their text is data, never markup. */
function compile({ compiler, template, isCovered }: Tools, { id, sheets, mostPages }: ToCompile): Compiled {
  for (const sheet of sheets) {
    const { replaced: note, ...said } = printable(sheet, isCovered);
    const isReplaced = JSON.stringify(said).includes(NO_SIGN);
    const inputs = { sheet: JSON.stringify({ ...said, replaced: isReplaced ? note : null }) };
    const { result, ...rest } = compileOnce(compiler, template, inputs);
    if (result === null) return { id, problem: 'failed', detail: JSON.stringify(rest.errors) };
    if (result.numOfPages <= mostPages) return { id, pdf: compiler.pdf(result), pages: result.numOfPages };
  }
  return { id, problem: 'too-long', detail: `${sheets.length} sheets` };
}

function compileOnce(compiler: Tools['compiler'], template: string, inputs: Record<string, string>) {
  const done = compiler.compile({ mainFileContent: template, inputs });
  if (!done.hasError()) return { result: done.result, errors: [] };
  const error = done.takeError();
  return { result: null, errors: error === null ? [] : compiler.fetchDiagnostics(error) };
}

let tools: Promise<Tools> | undefined;

async function answer(task: ToCompile): Promise<Compiled> {
  const { id } = task;
  try {
    tools ??= loadTools();
    await tools;
  } catch (error) {
    return { id, problem: 'missing', detail: String(error) };
  }
  try {
    return compile(await tools, task);
  } catch (error) {
    return { id, problem: 'failed', detail: String(error) };
  } finally {
    (await tools).compiler.evictCache(0);
  }
}

setPriority(10);
process.on('message', async (task: ToCompile) => process.send?.(await answer(task)));
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the server ends this process when it has ended itself.
process.on('SIGINT', () => undefined);
