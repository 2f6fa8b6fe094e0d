import type { Words } from '#i18n/words.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import type { RowProblem } from '#lib/transfer/contract.ts';

/** `startYear` -> `start_year`, as the columns of files are called. */
export const columnName = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A refused field in words. @param t the words of `transfer.code` */
export function sayProblem(t: Words, { field, code, params }: RowProblem): string {
  if (field === 'startYear') return t('year');
  if ((code === 'too-big' || code === 'too-small') && params === undefined) return t('too-long');
  return t(t.has(code) ? code : 'wrong-value', params);
}

/** A value of a field in words where it is one of a choice. @param all the words of everything */
export function sayValue(all: Words, field: string, text: string): string {
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

export function sayField(all: Words, kind: DraftKind, field: string): string {
  const key = `writing.field.${kind}.${field}.label`;
  return all.has(key) ? all(key) : columnName(field);
}
