import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

export type ReadPdf = {
  pages: number;
  info: Record<string, unknown>;
  isTagged: boolean;
  /** Width and height of each page in points. */
  sizes: [number, number][];
  /** As a screen reader hears it: where letters are joined, the words that the file gives beside them. */
  text: string;
};

/** A PDF through a parser of others. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const sizes: [number, number][] = [];
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
    const { items } = await page.getTextContent();
    text += items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  }
  const mark = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  return { pages: pdf.numPages, info: info as ReadPdf['info'], isTagged: mark?.Marked === true, sizes, text };
}

const SHOW_TEXT = 44;
type Glyph = { unicode?: string } | number;

/**
 * What the first page says letter by letter: a parser's own letters, and where letters are joined into other
 * pictures, the words that the file gives beside them (`ActualText`), as a screen reader and a copy take them.
 */
export async function heardText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { fnArray, argsArray } = await (await pdf.getPage(1)).getOperatorList();
  const shown = fnArray.flatMap((operation: number, index: number) =>
    operation === SHOW_TEXT
      ? [
          ((argsArray[index]?.[0] ?? []) as Glyph[])
            .map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? '')))
            .join(''),
        ]
      : [],
  );
  let heard = '';
  const marks: boolean[] = [];
  const content = firstContent(bytes).replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
  for (const [token, hex] of content.matchAll(MARKS_AND_TEXTS)) {
    if (hex !== undefined) {
      heard += Buffer.from(hex, 'hex').swap16().toString('utf16le');
      marks.push(true);
    } else if (token === 'EMC') marks.pop();
    else if (token === 'Tj' || token === 'TJ') {
      const letters = shown.shift() ?? '';
      if (marks.includes(true)) continue;
      heard += letters;
    } else marks.push(false);
  }
  return saidOnce(heard);
}

/** The compiler gives the words of a letter twice where a sign above or below it is drawn by itself. */
export const saidOnce = (text: string): string => text.replace(/(\p{L}\p{M}[\p{L}\p{M}]*?)\1/gu, '$1');

/** A mark with words of its own, any other mark, the end of one, and what is shown. */
const MARKS_AND_TEXTS = /<<\s*\/ActualText\s*<FEFF([0-9A-Fa-f]*)>\s*>>\s*BDC|\b(?:BDC|BMC|EMC|Tj|TJ)\b/g;

/** The drawing of the first page; the parts of a file are stored packed. */
function firstContent(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 7)) {
    const content = inflated(file.subarray(at + 7, file.indexOf('endstream', at)));
    if (content.includes('/MCID') && content.includes(' Tf')) return content;
  }
  throw new Error('the file draws nothing');
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
