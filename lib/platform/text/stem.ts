const VOWEL = /[aeiouy]/;

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const match = /^(.{3,})(?:ing|ed)$/.exec(word);
  const root = match?.[1];
  if (root === undefined || !VOWEL.test(root)) return word;
  if (/([bdfglmnprt])\1$/.test(root)) return root.slice(0, -1);
  return root;
}

/**
 * A folded Latin word without the English endings that change nothing about the subject
 * (plural, -ing, -ed, a final -e). Words of other scripts, with digits or under four letters stay.
 */
export function stem(term: string): string {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return term;
  const base = withoutEnding(withoutPlural(term));
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}
