import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Words that PRODUCT.md's table and the glossary keep off every screen, as patterns over English messages. */
const AVOIDED: readonly RegExp[] = [
  /\bvot(e|es|ing)\b/i,
  /\bmentors?\b/i,
  /\bmentees?\b/i,
  /\bgrades?\b/i,
  /\bscores?\b/i,
  /\bstale\b/i,
  /\bvacant\b/i,
  /\boverdue\b/i,
  /\bpromised and done\b/i,
  /\bdropped\b/i,
  /\bfailed\b/i,
  /\bobligations?\b/i,
  /\bcompliance\b/i,
  /\btargets? missed\b/i,
  /\bbest practices?\b/i,
  /\bcase stud(y|ies)\b/i,
  /\bleague table\b/i,
  /\bLaos\b/,
  /\bVietnam\b/,
  /\bBurma\b/,
  /\bBrunei\b(?! Darussalam)/,
  /\bEast Timor\b/i,
];

/** The avoided word that a message holds, or null. */
export function avoidedWord(message: string): string | null {
  for (const pattern of AVOIDED) {
    const found = pattern.exec(message);
    if (found !== null) return found[0];
  }
  return null;
}

export type Messages = { [key: string]: string | Messages };

/** All messages as `key.key` -> text. */
export function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat.set(path, value);
    else for (const [inner, text] of flatten(value, path)) flat.set(inner, text);
  }
  return flat;
}

/** Names of the arguments and tags of an ICU message, sorted, each once. @throws when it is not ICU */
export function placeholders(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...names].sort();
}
