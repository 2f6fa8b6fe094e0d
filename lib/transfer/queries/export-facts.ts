import {
  type City,
  type CityFact,
  FACT_FORMS,
  type FactContent,
  type FactKey,
} from '#lib/cities/contract.ts';
import type { OwnFact } from '#lib/facts/contract.ts';
import { readNumber, writeNumber } from '#lib/facts/rules.ts';
import type { FileFact, ProfileFile, TOLD_FACTS } from '#lib/transfer/contract.ts';
import { textOf } from '#lib/transfer/rules.ts';

type Said = NonNullable<FileFact['published']>;

/** A fact as its city sees it, with what is being written of it. */
export function toFileFact({ key, shown, content, draft, version, history }: OwnFact): FileFact {
  return {
    fact: key,
    ...(draft === null ? saidOf(shown) : writtenOf(key, content)),
    origin: shown?.origin ?? null,
    confirmedAt: shown?.confirmedAt ?? null,
    workingCopy: draft === null ? null : { version, savedAt: draft.savedAt },
    published: draft === null || shown === null ? null : saidOf(shown),
    history: history.map(({ version: of, state, at, fact }) => ({ version: of, state, at, ...saidOf(fact) })),
  };
}

function saidOf(fact: CityFact | null): Said {
  return {
    value: fact?.value ?? null,
    year: fact?.year ?? null,
    sourceTitle: fact?.source?.title ?? null,
    sourceUrl: fact?.source?.url ?? null,
  };
}

/** What is typed: as a number or a year where it is one, else the words. */
function writtenOf(key: FactKey, { value, year, sourceTitle, sourceUrl }: FactContent): Said {
  const form = FACT_FORMS[key];
  const [first = ''] = value;
  const one = form.as === 'number' ? (readNumber(first, form.isWhole) ?? first) : first;
  const isEmpty = value.every((part) => part === '');
  return {
    value: isEmpty ? null : form.as === 'some' ? value : one,
    year: year === '' ? null : /^\d{4}$/.test(year) ? Number(year) : year,
    sourceTitle: sourceTitle || null,
    sourceUrl: sourceUrl || null,
  };
}

/** What stands beside the facts of a city and is kept by others. */
export function toldFactsOf(city: City): ProfileFile['toldFacts'] {
  const told = (
    fact: (typeof TOLD_FACTS)[number],
    value: unknown,
    since: string | null = null,
    sourceUrl: string | null = null,
  ) => {
    const text = textOf(value);
    return text === '' ? [] : [{ fact, value: text, since, sourceUrl }];
  };
  return [
    ...told('time-zone', city.timeZone),
    ...told('latitude', city.latitude),
    ...told('longitude', city.longitude),
    ...told('smart-cities-phase', city.smartCitiesPhase),
    ...told('former-since', city.formerSince),
    ...city.forums.flatMap(({ forum, status, since, sourceUrl }) =>
      told(forum === 'AGMF' ? 'forum-agmf' : 'forum-mgmac', status, since, sourceUrl),
    ),
  ];
}

/** All facts as a table. A fact that nobody knows has an empty row, to be filled in. */
export function factTable({ facts, toldFacts }: ProfileFile): string[][] {
  return [
    ['fact', 'value', 'year', 'source_title', 'source_url', 'working_copy', 'origin', 'confirmed_at'],
    ...facts.map(({ fact, value, year, sourceTitle, sourceUrl, workingCopy, origin, confirmedAt }) => [
      fact,
      typeof value === 'number' ? writeNumber(value) : textOf(value),
      ...[year, sourceTitle, sourceUrl, workingCopy === null ? '' : 'draft', origin, confirmedAt].map(textOf),
    ]),
    ...toldFacts.map(({ fact, value, since, sourceUrl }) => [
      fact,
      value,
      since?.slice(0, 4) ?? '',
      '',
      sourceUrl ?? '',
      '',
      '',
      '',
    ]),
  ];
}
