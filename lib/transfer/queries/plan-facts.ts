import { FACT_FORMS, type FactContent, type FactKey } from '#lib/cities/contract.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { lockFacts } from '#lib/facts/commands/keep.ts';
import { FACT_FIELDS, type FactField, factContentField, type OwnFact } from '#lib/facts/contract.ts';
import { factsOfOwn } from '#lib/facts/queries.ts';
import { readNumber, readStatement, writeNumber } from '#lib/facts/rules.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { digestOf } from '#lib/platform/digest.ts';
import type { FieldChange, GivenRow, PlanRow, Raw, RowProblem } from '#lib/transfer/contract.ts';
import { partsOf, textOf } from '#lib/transfer/rules.ts';

export type KnownFacts = { facts: Map<string, OwnFact>; thisYear: number; used: Set<string> };
export type CarriedFact = { key: FactKey; content: FactContent };
export type PlannedFact = {
  row: Omit<PlanRow, 'isChangedSince'>;
  stamp: string;
  fact: CarriedFact | null;
};

/** How the facts of one's own city stand; nothing is asked where no row is about one. */
export async function knownFactsOf(
  tx: Tx,
  which: { cityId: string; citySlug: string; isTrial: boolean },
  { isAsked, isLocking }: { isAsked: boolean; isLocking: boolean },
): Promise<KnownFacts> {
  const used = new Set<string>();
  if (!isAsked) return { facts: new Map(), thisYear: 0, used };
  if (isLocking) await lockFacts(tx, { cityId: which.cityId, isTrial: which.isTrial });
  const facts = new Map((await factsOfOwn(tx, which)).map((fact) => [fact.key as string, fact] as const));
  return { facts, thisYear: (await databaseNow(tx)).getUTCFullYear(), used };
}

/** What a row would do to a fact. What it says becomes a working copy, so it must be what a city can state. */
export function planFact(given: GivenRow, known: KnownFacts): PlannedFact {
  const id = keyOf(given.id);
  const stands = known.facts.get(id);
  const shown = { kind: 'fact' as const, line: given.line, id: id.slice(0, 120), title: id.slice(0, 120) };
  const row = (state: PlanRow['state'], changes: FieldChange[], problems: RowProblem[]) => ({
    ...shown,
    language: '',
    state,
    changes,
    problems,
  });
  const problems: RowProblem[] = [...(given.faults ?? [])];
  if (given.problem !== undefined) problems.push({ field: 'row', value: '', code: given.problem });
  if (known.used.has(id)) problems.push({ field: 'fact', value: id.slice(0, 200), code: 'repeated' });
  known.used.add(id);
  if (stands === undefined) {
    problems.push({ field: 'fact', value: id.slice(0, 200), code: id === '' ? 'required' : 'unknown-fact' });
    return { row: row('refused', [], problems), stamp: 'none', fact: null };
  }
  const stamp = `${id}:${stands.version}:${digestOf(stands.content)}`;
  const content = merged(stands, given.fields);
  const changes = FACT_FIELDS.filter(
    (field) => JSON.stringify(content[field]) !== JSON.stringify(stands.content[field]),
  ).map((field) => ({ field, before: textOf(stands.content[field]), after: textOf(content[field]) }));
  if (changes.length > 0) problems.push(...faultsOf(stands, content, known.thisYear));
  if (problems.length > 0) return { row: row('refused', [], problems), stamp, fact: null };
  if (changes.length === 0) return { row: row('unchanged', changes, []), stamp, fact: null };
  const isNew = stands.shown === null && stands.draft === null;
  return {
    row: row(isNew ? 'new' : 'changed', changes, []),
    stamp,
    fact: { key: stands.key, content },
  };
}

/** "Population" and "population" are one fact. */
const keyOf = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/**
 * What stands there with what the row says of it. A column that is not there leaves its field, but a new value never
 * gets the year and source of the one before, nor a new source the link of the other.
 */
function merged({ key, content }: OwnFact, fields: GivenRow['fields']): FactContent {
  const value = fields.value === undefined ? content.value : givenValue(key, fields.value);
  const isSame = isSameValue(key, content.value, value);
  const cell = (field: Exclude<FactField, 'value'>, isLeft: boolean) => {
    if (fields[field] !== undefined) return textOf(fields[field]).trim();
    return isLeft ? content[field] : '';
  };
  const sourceTitle = cell('sourceTitle', isSame);
  return {
    value: isSame ? content.value : value,
    year: cell('year', isSame),
    sourceTitle,
    sourceUrl: cell('sourceUrl', isSame && sourceTitle === content.sourceTitle),
  };
}

/** A number of JSON is written so that it is read as the same again; "yes" and "Yes" are one value. */
function givenValue(key: FactKey, given: Raw): string[] {
  if (typeof given === 'number') return [writeNumber(given)];
  if (FACT_FORMS[key].as === 'number') return [textOf(given).trim()].filter((one) => one !== '');
  return partsOf(given).map((one) => one.toLowerCase());
}

function isSameValue(key: FactKey, present: readonly string[], given: readonly string[]): boolean {
  const form = FACT_FORMS[key];
  const plain = (value: readonly string[]) => {
    const filled = value.filter((one) => one !== '');
    if (form.as === 'number') return filled.map((one) => String(readNumber(one, form.isWhole) ?? one));
    return form.as === 'some' ? [...filled].sort() : filled;
  };
  return JSON.stringify(plain(present)) === JSON.stringify(plain(given));
}

function faultsOf(
  { key, content: before, compiled }: OwnFact,
  content: FactContent,
  thisYear: number,
): RowProblem[] {
  const fault = (field: string, code: string, params?: RowProblem['params']): RowProblem => ({
    field,
    value: textOf(content[field as FactField]).slice(0, 200),
    code,
    ...(params === undefined ? {} : { params }),
  });
  if (content.value.length === 0 && before.value.some((one) => one !== '')) {
    return [fault('value', 'not-emptied')];
  }
  const long = factContentField.safeParse(content);
  if (!long.success) {
    return [...new Set(long.error.issues.map(({ path }) => String(path[0])))].map((field) =>
      fault(field, 'too-long'),
    );
  }
  try {
    readStatement({ key, content, compiled }, thisYear);
    return [];
  } catch (error) {
    if (!(error instanceof SalingError)) throw error;
    return error.errors.map(({ pointer, code }) => fault(pointer.slice(1), code));
  }
}
