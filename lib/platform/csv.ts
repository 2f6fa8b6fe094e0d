/** What a spreadsheet takes for a formula, also in the wide letters of East Asian keyboards. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
/** What a spreadsheet reads as a number, whatever its sign, and never as a formula. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const BOM = '\uFEFF';

/**
 * A table as RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet would
 * calculate gets an apostrophe before it; `fromCell` takes it off again.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  return (
    BOM +
    rows.map((row) => `${row.map((cell) => quoted(toCell(cell), separator)).join(separator)}\r\n`).join('')
  );
}

export function toCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

export function fromCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

function quoted(text: string, separator: string): string {
  const needsQuotes = text.includes(separator) || /["\r\n,;\t]|^\s|\s$/u.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
