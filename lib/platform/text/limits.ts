/** Longest text that is folded, segmented or searched, in UTF-16 units; what follows is not read. */
export const TEXT_LIMIT = 10_000;

/** The first `TEXT_LIMIT` units of a text, never half of a surrogate pair. */
export function cutText(text: string): string {
  if (text.length <= TEXT_LIMIT) return text;
  const cut = text.slice(0, TEXT_LIMIT);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
