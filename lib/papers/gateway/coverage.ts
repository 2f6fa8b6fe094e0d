/** Signs that a TrueType font has a picture of, read from its table `cmap` (formats 4 and 12). */
export function coveredBy(font: DataView): Set<number> {
  const covered = new Set<number>();
  const table = tableAt(font, 'cmap');
  for (let index = 0; index < font.getUint16(table + 2); index++) {
    const at = table + font.getUint32(table + 4 + index * 8 + 4);
    const format = font.getUint16(at);
    const ranges = format === 4 ? rangesOf4(font, at) : format === 12 ? rangesOf12(font, at) : [];
    for (const [first, last] of ranges) for (let sign = first; sign <= last; sign++) covered.add(sign);
  }
  // Ends the list of format 4, and stands for nothing.
  covered.delete(0xffff);
  return covered;
}

function tableAt(font: DataView, name: string): number {
  for (let index = 0; index < font.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

function rangesOf4(font: DataView, at: number): [number, number][] {
  const double = font.getUint16(at + 6);
  return Array.from({ length: double / 2 }, (_, index) => [
    font.getUint16(at + 16 + double + index * 2),
    font.getUint16(at + 14 + index * 2),
  ]);
}

function rangesOf12(font: DataView, at: number): [number, number][] {
  return Array.from({ length: font.getUint32(at + 12) }, (_, index) => [
    font.getUint32(at + 16 + index * 12),
    font.getUint32(at + 20 + index * 12),
  ]);
}
