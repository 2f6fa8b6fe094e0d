import fc from 'fast-check';

const TRICKY = [
  ...'aZéß ﬁ½\'’-.!?\n\t\u0000\u200b\u200d\u00ad\ufeff\ufe0f\u0301\u0323😀<>&;"%_',
  ...'ກຂນໍ້າຳໜໝຫຼລເແ',
  ...'กนํ้าำเแ๑',
  ...'កដតឋ្ស្រេីាះ២',
  ...'စျဈကိုံ့်ဥဉီ၀ဝ',
  ...'திட்டொோ',
  ...'固体废物',
  'waste',
  'sampah',
  'ngập',
  '\ud800',
  '\udc00',
];

/** Any string at all, lone surrogates included, mixed with the characters that folding treats specially. */
export function anyText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(...TRICKY),
    fc.constantFrom(...TRICKY),
  );
  return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
}
