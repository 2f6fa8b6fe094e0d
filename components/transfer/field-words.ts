import type { Words } from '#i18n/words.ts';
import type { RowKind, RowProblem } from '#lib/transfer/contract.ts';

/** `startYear` -> `start_year`, as the columns of files are called. */
export const columnName = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A refused field in words: those of the form of facts for a fact. @param all the words of everything */
export function sayProblem(all: Words, kind: RowKind, { field, code, params }: RowProblem): string {
  const own = `facts.error.${field}.${code}`;
  if (kind === 'fact' && all.has(own)) return all(own);
  const word = (key: string) => `transfer.code.${key}`;
  if (field === 'startYear' && code !== 'no-result') return all(word('year'));
  if ((code === 'too-big' || code === 'too-small') && params === undefined) return all(word('too-long'));
  return all(word(all.has(word(code)) ? code : 'wrong-value'), params);
}

/** What is wrong where: the column's own name, or the row as a whole. */
export const sayPlace = (all: Words, { field }: RowProblem): string =>
  field === 'row' ? all('transfer.code.row') : columnName(field);

/** A value of a fact in words. */
function sayFact(all: Words, id: string, text: string): string {
  const parts = text.split(' | ').map((one) => {
    const keys = [`facts.value.${id}.${one}`, `vocabulary.languageName.${one}`];
    const known = keys.find((key) => /^[\w.-]+$/.test(key) && all.has(key));
    return known === undefined ? one : all(known);
  });
  return parts.join(' | ');
}

/** A value of a field in words where it is one of a choice. @param all the words of everything */
export function sayValue(
  all: Words,
  row: { kind: RowKind; id: string },
  field: string,
  text: string,
): string {
  if (row.kind === 'fact') return field === 'value' ? sayFact(all, row.id, text) : text;
  return text
    .split(' | ')
    .map((one) => {
      const key = [
        `vocabulary.${field === 'evidence' ? 'evidence' : 'languageName'}.${one}`,
        `writing.option.${field}.${one}`,
      ];
      const isChoice = ['evidence', 'language', 'spokenLanguages'].includes(field);
      const known = (isChoice ? key : key.slice(1)).find((name) => /^[\w.-]+$/.test(name) && all.has(name));
      return known === undefined ? one : all(known);
    })
    .join(' | ');
}

export function sayField(all: Words, kind: RowKind, field: string): string {
  const key = kind === 'fact' ? `transfer.fact.${field}` : `writing.field.${kind}.${field}.label`;
  return all.has(key) ? all(key) : columnName(field);
}
