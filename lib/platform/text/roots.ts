/** After these prefixes the first letter of the root is gone, or stands where nothing was lost. */
const NASAL: readonly (readonly [prefix: RegExp, roots: readonly string[]])[] = [
  [/^(?:me|pe)ny(?=[aiueo])/, ['s']],
  [/^(?:me|pe)ng(?=[aiueo])/, ['', 'k']],
  [/^(?:me|pe)ng(?=[gkh])/, ['']],
  [/^(?:me|pe)m(?=[aiueo])/, ['p', 'm']],
  [/^(?:me|pe)m(?=[bfpv])/, ['']],
  [/^(?:me|pe)n(?=[aiueo])/, ['t', 'n']],
  [/^(?:me|pe)n(?=[cdjtsz])/, ['']],
  [/^(?:me|pe)(?=[lrwy])/, ['']],
];
const OTHER = /^(?:ber|ter|per|di|ke|se)(?=[a-z]{4})/;
const SUFFIX = /^([a-z]{4,}?)(?:nya|lah|kah)?$/;
const ENDINGS = [/^([a-z]{4,})kan$/, /^([a-z]{4,})an$/, /^([a-z]{4,})i$/];
/** A shorter root is too often another word. */
const SHORTEST = 4;

/**
 * What an Indonesian or Malay word may be made of: the folded word itself first, then what is left without prefixes
 * (me-, pe-, ber-, ter-, per-, di-, ke-, se-) and suffixes (-kan, -an, -i, -nya). A guess by rule, without a dictionary.
 */
export function roots(word: string): string[] {
  if (!/^[a-z]{5,}$/.test(word)) return [word];
  const bare = SUFFIX.exec(word)?.[1] ?? word;
  const heads = [word, bare].flatMap((one) => [one, ...withoutPrefix(one)]);
  const all = heads.flatMap((one) => [one, ...ENDINGS.flatMap((ending) => ending.exec(one)?.[1] ?? [])]);
  return [...new Set(all)].filter((one) => one.length >= SHORTEST);
}

function withoutPrefix(word: string): string[] {
  for (const [prefix, heads] of NASAL) {
    if (prefix.test(word)) return heads.map((head) => word.replace(prefix, head));
  }
  return OTHER.test(word) ? [word.replace(OTHER, '')] : [];
}
