import { findCityId } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import { notFound } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  type Carried,
  contentOf,
  languageOf,
  type RecordCarrier,
  type Standing,
} from '#lib/drafts/commands/carry.ts';
import { type DraftKind, RECORD_LANGUAGES } from '#lib/drafts/contract.ts';
import { isOfOtherWorld, mayWrite } from '#lib/drafts/policy.ts';
import { keyBase } from '#lib/drafts/rules.ts';
import {
  lockDraftsOfCity,
  selectDraftsOfCity,
  selectFormerKeysOfCity,
  selectTakenKeys,
} from '#lib/drafts/store.ts';
import { needCarrier } from '#lib/needs/commands/writing.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { practiceCarrier } from '#lib/practices/commands/writing.ts';
import { unknownTopics } from '#lib/topics/queries.ts';
import {
  type GivenRow,
  type ImportPlan,
  MAX_IMPORT_ROWS,
  type PlanRow,
  type RowProblem,
} from '#lib/transfer/contract.ts';
import { keyProblem, saysTheSame, textOf } from '#lib/transfer/rules.ts';
import { type CarriedFact, knownFactsOf, planFact } from './plan-facts.ts';

const CARRIERS: Record<DraftKind, RecordCarrier> = { practice: practiceCarrier, need: needCarrier };
/** Numbers of equal titles that may be taken already. */
const SPARE_NUMBERS = 5;
/** A row about a practice or a need. */
type RecordRow = GivenRow & { kind: DraftKind };
const isRecord = (row: GivenRow): row is RecordRow => row.kind !== 'fact';
export type City = { id: string; slug: string };

/** @throws SalingError `not-found` where the actor writes nothing of this city */
export async function ownCity(tx: Tx, actor: Actor, citySlug: string): Promise<City> {
  const id = await findCityId(tx, citySlug);
  if (id === undefined || mayWrite(actor, id) !== null) throw notFound();
  return { id, slug: citySlug };
}

export type WholePlan = {
  plan: Omit<ImportPlan, 'notes'>;
  /** What would be written, for rows that are new or changed. */
  carried: Carried[];
  facts: CarriedFact[];
  /** How each record stands, by row. */
  seen: Record<string, string>;
};
type Known = {
  standing: Map<string, Standing>;
  byTitle: Map<string, Standing>;
  taken: Map<DraftKind, Set<string>>;
  unknownTopics: Set<string>;
  used: Set<string>;
};

/**
 * What rows of a file would do to the records of a city as they stand now.
 * @param seen how they stood before, by row
 * @param isLocking holds the working copies until the transaction ends, for the doing
 */
export async function planRows(
  tx: Tx,
  actor: Actor,
  city: City,
  rows: readonly GivenRow[],
  { seen: before, isLocking = false }: { seen?: Readonly<Record<string, string>>; isLocking?: boolean } = {},
): Promise<WholePlan> {
  const drafts = await (isLocking ? lockDraftsOfCity : selectDraftsOfCity)(tx, city.id);
  const records = rows.filter(isRecord);
  const known = await whatIsKnown(tx, city, drafts, records);
  const which = { cityId: city.id, citySlug: city.slug, isTrial: actor.kind === 'person' && actor.isTrial };
  const isAsked = records.length < rows.length;
  const knownFacts = await knownFactsOf(tx, which, { isAsked, isLocking });
  const planned = rows.map((row): Planned & { fact?: CarriedFact | null } =>
    isRecord(row) ? planRow(actor, city, row, known) : { ...planFact(row, knownFacts), carried: null },
  );
  const seen = Object.fromEntries(planned.map(({ row, stamp }) => [String(row.line), stamp]));
  const all = planned.map(({ row, stamp }) => ({
    ...row,
    isChangedSince: before !== undefined && before[String(row.line)] !== stamp,
  }));
  const count = (state: PlanRow['state']) => all.filter((row) => row.state === state).length;
  return {
    plan: {
      counts: {
        new: count('new'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        refused: count('refused'),
      },
      rows: all,
      stamp: digestOf(all.map(({ kind, id, state, line }) => [kind, id, state, seen[String(line)]])),
    },
    carried: planned.flatMap(({ carried }) => carried ?? []),
    facts: planned.flatMap(({ fact }) => fact ?? []),
    seen,
  };
}

async function whatIsKnown(
  tx: Tx,
  city: City,
  drafts: Awaited<ReturnType<typeof selectDraftsOfCity>>,
  rows: readonly RecordRow[],
): Promise<Known> {
  const standing = new Map<string, Standing>();
  const byTitle = new Map<string, Standing>();
  const byId = new Map<string, Standing>();
  for (const carrier of Object.values(CARRIERS)) {
    for (const one of await carrier.standing(tx, city.id, drafts)) {
      standing.set(`${one.kind}:${one.key}`, one);
      byTitle.set(`${one.kind}:${textOf(contentOf(one).title).trim()}`, one);
      byId.set(one.id, one);
    }
  }
  for (const { kind, key, recordId } of await selectFormerKeysOfCity(tx, city.id)) {
    const one = byId.get(recordId);
    if (one !== undefined && !standing.has(`${kind}:${key}`)) standing.set(`${kind}:${key}`, one);
  }
  const taken = new Map<DraftKind, Set<string>>();
  for (const kind of ['practice', 'need'] as const) {
    taken.set(kind, await selectTakenKeys(tx, kind, candidates(kind, city, rows)));
  }
  const topics = rows.flatMap(({ fields }) =>
    Array.isArray(fields.topics) ? fields.topics.map(textOf) : [],
  );
  return {
    standing,
    byTitle,
    taken,
    unknownTopics: new Set(await unknownTopics(tx, [...new Set(topics)])),
    used: new Set(),
  };
}

/** Keys that rows name, and those that new records may get: a title that many rows share needs as many numbers. */
function candidates(kind: DraftKind, city: City, rows: readonly RecordRow[]): string[] {
  const own = rows.filter((row) => row.kind === kind);
  const made = Map.groupBy(
    own.filter((row) => row.id === ''),
    (row) => keyBase(kind, city.slug, textOf(row.fields.title)),
  );
  return [
    ...own.map((row) => row.id.slice(0, 200)),
    ...[...made].flatMap(([base, { length }]) => [
      base,
      ...Array.from({ length: length + SPARE_NUMBERS }, (_, place) => `${base}-${place + 2}`),
    ]),
  ];
}

type Planned = { row: Omit<PlanRow, 'isChangedSince'>; stamp: string; carried: Carried | null };

function planRow(actor: Actor, city: City, given: RecordRow, known: Known): Planned {
  const { kind, line } = given;
  const title = textOf(given.fields.title).trim();
  const found = standingOf(given, title, known);
  const id =
    found?.key ?? (given.id === '' ? freeKey(kind, keyBase(kind, city.slug, title), known) : given.id);
  const stamp = found === null ? 'new' : stampOf(found);
  const content = found === null ? {} : contentOf(found);
  const language = given.language ?? (found === null ? '' : languageOf(found));
  const shown = { kind, line, id: id.slice(0, 120), title: title || textOf(content.title), language };
  const refused = (problems: RowProblem[]): Planned => ({
    row: { ...shown, state: 'refused', changes: [], problems },
    stamp,
    carried: null,
  });

  const problems = headProblems(city, given, { found, id, language, known });
  known.used.add(`${kind}:${id}`);
  const said = Object.fromEntries(
    Object.entries(given.fields).filter(([field, value]) => !saysTheSame(field, content[field], value)),
  );
  const { patch, wrong } = checkFields(kind, said, known);
  if (found === null && title === '') wrong.push({ field: 'title', value: '', code: 'required' });
  if (problems.length + wrong.length > 0) return refused([...problems, ...wrong]);

  const changes = Object.entries(patch).map(([field, value]) => ({
    field,
    before: textOf(content[field]),
    after: textOf(value),
  }));
  if (found !== null && language !== languageOf(found)) {
    changes.unshift({ field: 'language', before: languageOf(found), after: language });
  }
  if (found !== null && changes.length === 0) {
    return { row: { ...shown, state: 'unchanged', changes, problems: [] }, stamp, carried: null };
  }
  const closed = found === null ? null : whyClosed(actor, found);
  if (closed !== null) return refused([{ field: 'id', value: id, code: closed }]);
  return {
    row: { ...shown, state: found === null ? 'new' : 'changed', changes, problems: [] },
    stamp,
    carried: { kind, key: id, language, patch, standing: found },
  };
}

/** The record that a row means: by its key, and where it has none, by its title. */
function standingOf({ kind, id }: RecordRow, title: string, known: Known): Standing | null {
  if (id !== '') return known.standing.get(`${kind}:${id}`) ?? null;
  return title === '' ? null : (known.byTitle.get(`${kind}:${title}`) ?? null);
}

function freeKey(kind: DraftKind, base: string, known: Known): string {
  const isFree = (key: string) => !known.taken.get(kind)?.has(key) && !known.used.has(`${kind}:${key}`);
  if (isFree(base)) return base;
  for (let number = 2; number <= MAX_IMPORT_ROWS + 1; number += 1) {
    if (isFree(`${base}-${number}`)) return `${base}-${number}`;
  }
  return base;
}

function headProblems(
  city: City,
  given: RecordRow,
  { found, id, language, known }: { found: Standing | null; id: string; language: string; known: Known },
): RowProblem[] {
  const problems: RowProblem[] = [...(given.faults ?? [])];
  const add = (field: string, value: string, code: string) =>
    problems.push({ field, value: value.slice(0, 200), code });
  if (given.problem !== undefined) add('row', '', given.problem);
  if (known.used.has(`${given.kind}:${id}`)) add('id', id, 'repeated');
  if (found === null && given.id !== '') {
    const code = keyProblem(given.kind, city.slug, id);
    if (code !== null) add('id', id, code);
    // Another's: of that nothing more is said than of one that is not there.
    else if (known.taken.get(given.kind)?.has(id)) add('id', id, 'not-found');
  }
  if (language === '') add('language', '', 'required');
  else if (!isKnownLanguage(language) && (found === null || language !== languageOf(found)))
    add('language', language, 'unknown-value');
  return problems;
}

const isKnownLanguage = (language: string) => RECORD_LANGUAGES.some((one) => one === language);

function checkFields(kind: DraftKind, said: GivenRow['fields'], known: Known) {
  const wrong: RowProblem[] = [];
  const checked = CARRIERS[kind].check(said);
  if ('problems' in checked) {
    for (const { pointer, code, params } of checked.problems) {
      const field = pointer.split('/')[1] ?? 'row';
      if (wrong.some((one) => one.field === field)) continue;
      const value = textOf(said[field]).slice(0, 200);
      wrong.push({ field, value, code, ...(params === undefined ? {} : { params }) });
    }
  }
  const topics = Array.isArray(said.topics) ? said.topics.map(textOf) : [];
  const strange = topics.filter((code) => known.unknownTopics.has(code));
  if (strange.length > 0 && !wrong.some(({ field }) => field === 'topics')) {
    wrong.push({ field: 'topics', value: strange.join(' | ').slice(0, 200), code: 'unknown-value' });
  }
  return { patch: 'patch' in checked ? checked.patch : {}, wrong };
}

/** Why a record cannot be written now. */
function whyClosed(actor: Actor, standing: Standing): string | null {
  if (isOfOtherWorld(actor, standing)) return 'other-world';
  return standing.draft?.state === 'with-office' ? 'with-office' : null;
}

function stampOf({ id, draft, published }: Standing): string {
  return `${id}:${draft?.version ?? 0}:${draft?.state ?? ''}:${published?.version ?? 0}:${published?.state ?? ''}`;
}
