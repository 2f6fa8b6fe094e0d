const MAX_DEPTH = 20;

/**
 * What a parser of JSON would not say: that it is nested without end, or that a name stands twice in one object, of
 * which only the last would count. Whether it is JSON at all, the parser says.
 */
export function checkJson(text: string): 'too-deep' | 'repeated-name' | null {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '{' || letter === '[') {
      open.push(new Set());
      if (open.length > MAX_DEPTH) return 'too-deep';
    } else if (letter === '}' || letter === ']') open.pop();
    else if (letter === '"') {
      const end = endOfString(text, at);
      if (isName(text, end)) {
        const name = nameOf(text.slice(at, end + 1));
        if (open.at(-1)?.has(name)) return 'repeated-name';
        open.at(-1)?.add(name);
      }
      at = end;
    }
  }
  return null;
}

/** Where the quote stands that closes the one at `start`; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

/** As the parser reads it: the same name can be written with escapes. */
function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
