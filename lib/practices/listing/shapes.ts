import type { CityRef } from '#lib/cities/contract.ts';
import { compiledOn } from '#lib/core/compiled.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { type InterfaceLanguage, type LocalText, localText } from '#lib/platform/language.ts';
import { highlight } from '#lib/platform/text/highlight.ts';
import type { Practice, PracticeCard } from '#lib/practices/contract.ts';
import type { PracticeRow } from '#lib/practices/store/records.ts';
import { startOfDeed } from './deed.ts';

type Field =
  | 'title'
  | 'summary'
  | 'problem'
  | 'actions'
  | 'results'
  | 'operatedBy'
  | 'caveat'
  | 'preconditions';

function text(row: PracticeRow, field: Field, reader: InterfaceLanguage): LocalText | null {
  const original = row[field];
  if (original === null || original === '') return null;
  return localText({ text: original, language: row.language }, field, row.translations, reader);
}

function required(row: PracticeRow, field: 'title' | 'summary', reader: InterfaceLanguage): LocalText {
  return localText({ text: row[field], language: row.language }, field, row.translations, reader);
}

/** `terms`: the folded words that a search matched; null where there was no search. */
export function toPracticeCard(
  row: PracticeRow,
  city: CityRef,
  reader: InterfaceLanguage,
  terms: readonly string[] | null = null,
): PracticeCard {
  const title = required(row, 'title', reader);
  const summary = required(row, 'summary', reader);
  return {
    id: row.key,
    title,
    summary,
    deedStart: startOfDeed({
      ...row,
      summary: { text: row.summary, language: row.language },
      shown: summary,
    }),
    city,
    topics: row.topics,
    sdgs: row.sdgs,
    pillars: PILLARS.filter((pillar) => row.pillars.includes(pillar)),
    startYear: row.startYear,
    evidence: row.evidence,
    stage: row.stage,
    source: row.sourceUrl === null ? null : { url: row.sourceUrl, title: row.sourceTitle },
    highlights:
      terms === null
        ? null
        : { title: highlight(title.text, terms), summary: highlight(summary.text, terms) },
  };
}

export function toPractice(row: PracticeRow, city: CityRef, reader: InterfaceLanguage): Practice {
  const { highlights: _none, deedStart: _list, ...card } = toPracticeCard(row, city, reader);
  return {
    ...card,
    problem: text(row, 'problem', reader),
    actions: text(row, 'actions', reader),
    results: text(row, 'results', reader),
    operatedBy: text(row, 'operatedBy', reader),
    caveat: text(row, 'caveat', reader),
    preconditions: text(row, 'preconditions', reader),
    spokenLanguages: row.spokenLanguages,
    contactOffice: row.contactOffice,
    otherSources: row.otherSources,
    origin: row.origin,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    compiledOn: compiledOn(row),
    version: row.version,
  };
}
