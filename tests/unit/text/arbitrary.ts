import fc from 'fast-check';

const PLAIN = [
  ...'aZéß ﬁ½\'’-.!?\n\t\u0000\u200b\u200d\u00ad\ufeff\ufe0f\u0301\u0323😀<>&;"%_',
  'waste',
  'sampah',
  'ngập',
  '\ud800',
  '\udc00',
];

const SCRIPTS = ['ກຂນໍ້່າຳໜໝຫຼລເແ໑', 'กนํ้่าำเแ๑', 'កដតឋ្ស្រេីាះ២', 'စျဈကိုံ့်ဥဉီ၀ဝ', 'திட்டொோ௧', '固体废物'];

/** Any string at all, lone surrogates included, mixed with what folding treats specially in one script. */
export function anyText(): fc.Arbitrary<string> {
  return fc.constantFrom(...SCRIPTS).chain((script) => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...PLAIN),
      fc.constantFrom(...script),
      fc.constantFrom(...script),
    );
    return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  });
}
