import {
  type CityFact,
  FACT_FORMS,
  type FactContent,
  type FactKey,
  type FactValue,
} from '#lib/cities/contract.ts';
import { SalingError } from '#lib/core/errors.ts';
import { saysSomething } from '#lib/platform/fields.ts';
import { FACT_FIELDS, type FactField } from './contract.ts';

export type Statement = {
  value: FactValue;
  year: number | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
};
type Fault = { pointer: string; code: string };

const GROUPED = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,](?<after>\d+))?$/;
const PLAIN = /^\d+(?:[.,](?<after>\d+))?$/;

/**
 * A number as people of the region write it: "2,444,160", "2.444.160", "167,3", "1.234,5". Three digits after the only
 * mark are thousands. Undefined for anything else.
 */
export function readNumber(text: string, isWhole: boolean): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  const found = GROUPED.exec(plain) ?? PLAIN.exec(plain);
  if (found === null) return undefined;
  const after = found.groups?.after ?? '';
  if (isWhole && /[^0]/.test(after)) return undefined;
  const before = after === '' ? plain : plain.slice(0, -after.length);
  return Number(`${before.replaceAll(/[.,]/g, '')}.${after || '0'}`);
}

/** A number as `readNumber` reads it again: 167.325 with a zero behind, as three digits would be thousands. */
export function writeNumber(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** What public sources say of a fact. */
type Compiled = Pick<CityFact, 'value' | 'year' | 'source'> | null;
type Said = { key: FactKey; content: FactContent; compiled: Compiled };

/** Whether it says the compiled value of the compiled year. */
function saysCompiled({ key, content: { value, year }, compiled }: Said): boolean {
  if (compiled === null || year !== (compiled.year === null ? '' : String(compiled.year))) return false;
  const plain = (given: unknown) => JSON.stringify(Array.isArray(given) ? [...given].sort() : given);
  return plain(readValue(key, value)) === plain(compiled.value);
}

/** With the compiled source where it says just what was compiled and names no other source. */
export function withCompiledSource({ key, content, compiled }: Said): FactContent {
  const isSourced = content.sourceTitle !== '' || content.sourceUrl !== '';
  if (isSourced || !saysCompiled({ key, content, compiled })) return content;
  const { sourceTitle, sourceUrl } = toContent(compiled);
  return { ...content, sourceTitle, sourceUrl };
}

/** For a form, which does not offer the compiled source to be taken along with another value. */
export function withoutCompiledSource(content: FactContent, compiled: Compiled): FactContent {
  const { sourceTitle, sourceUrl } = toContent(compiled);
  const isCompiled = content.sourceTitle === sourceTitle && content.sourceUrl === sourceUrl;
  return isCompiled ? { ...content, sourceTitle: '', sourceUrl: '' } : content;
}

/** Fields in which the compiled source stands for something that it does not say. */
function borrowed(said: Said): FactField[] {
  const { content } = said;
  const source = toContent(said.compiled);
  const isSame = saysCompiled(said);
  const fields: FactField[] = [];
  if (content.sourceTitle !== '' && content.sourceTitle === source.sourceTitle && !isSame) {
    fields.push('sourceTitle');
  }
  const isOwnTitle = content.sourceTitle !== source.sourceTitle;
  if (content.sourceUrl !== '' && content.sourceUrl === source.sourceUrl && (!isSame || isOwnTitle)) {
    fields.push('sourceUrl');
  }
  return fields;
}

/** What is typed, as it is stated. @throws SalingError `invalid`, naming each field that is wrong */
export function readStatement(said: Said, thisYear: number): Statement {
  const { key, content } = said;
  const form = FACT_FORMS[key];
  const faults: Fault[] = [];
  const fault = (field: FactField, code: string) => faults.push({ pointer: `/${field}`, code });
  const value = readValue(key, content.value);
  if (typeof value === 'object' && 'fault' in value) fault('value', value.fault);
  const year = /^\d{4}$/.test(content.year) ? Number(content.year) : null;
  if (content.year !== '' && (year === null || year < 1900 || year > thisYear)) fault('year', 'wrong-value');
  if (form.as === 'number' && content.year === '') fault('year', 'required');
  const isSourced = saysSomething(content.sourceTitle) || content.sourceUrl !== '';
  if (form.as === 'number' && !isSourced) fault('sourceTitle', 'required');
  if (content.sourceUrl !== '' && !isLink(content.sourceUrl)) fault('sourceUrl', 'wrong-value');
  for (const field of borrowed(said)) fault(field, 'of-compiled');
  if (faults.length > 0 || (typeof value === 'object' && 'fault' in value)) {
    throw new SalingError('invalid', { errors: faults });
  }
  return {
    value,
    year,
    sourceTitle: content.sourceTitle || null,
    sourceUrl: content.sourceUrl || null,
  };
}

function isLink(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function readValue(key: FactKey, given: readonly string[]): FactValue | { fault: string } {
  const form = FACT_FORMS[key];
  const [first = ''] = given;
  if (given.every((one) => one === '')) return { fault: 'required' };
  if (form.as === 'number') {
    const number = readNumber(first, form.isWhole);
    if (number === undefined) return { fault: 'wrong-type' };
    return number > form.max ? { fault: 'too-big' } : number;
  }
  const known: readonly string[] = form.values;
  if (given.some((one) => !known.includes(one))) return { fault: 'unknown-value' };
  return form.as === 'one' ? first : known.filter((one) => given.includes(one));
}

export const NOTHING: FactContent = { value: [], year: '', sourceTitle: '', sourceUrl: '' };

/** A fact as the form shows it. */
export function toContent(fact: Compiled): FactContent {
  if (fact === null) return NOTHING;
  const value = Array.isArray(fact.value)
    ? fact.value
    : [typeof fact.value === 'number' ? writeNumber(fact.value) : fact.value];
  const { year, source } = fact;
  return {
    value,
    year: year === null ? '' : String(year),
    sourceTitle: source?.title ?? '',
    sourceUrl: source?.url ?? '',
  };
}

/** Fields that differ from what stands there though somebody has changed them since the writer looked. */
export function clashes(
  stands: { content: FactContent; fieldVersions: Readonly<Record<string, number>> },
  written: { content: FactContent; version: number },
): FactField[] {
  return changes(stands.content, written.content).filter(
    (field) => (stands.fieldVersions[field] ?? 0) > written.version,
  );
}

export function changes(before: FactContent, after: FactContent): FactField[] {
  return FACT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
