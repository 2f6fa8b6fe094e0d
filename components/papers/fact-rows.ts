import { localTime } from '#components/cities/local-time.ts';
import { factInWords, isGeneral } from '#components/facts/fact-words.tsx';
import { type City, type CityFact, FACT_KEYS, type FactKey } from '#lib/cities/contract.ts';
import type { Making } from './making.ts';
import type { FactCell, Sheet } from './sheet.ts';

/** Said to be unknown where they are; others are left out where neither city has them. */
const ALWAYS: readonly FactKey[] = ['population', 'coast', 'languages'];

/** What is known of both cities, side by side: value, year, source. */
export function factRows(making: Making): Sheet['facts']['rows'] {
  const { brief, words, language } = making;
  const { own, other } = brief;
  const factOf = (city: City, key: FactKey) => city.facts.find((fact) => fact.key === key);
  const rows = FACT_KEYS.filter(
    (key) => ALWAYS.includes(key) || factOf(own, key) !== undefined || factOf(other, key) !== undefined,
  ).map((key) => ({
    label: words(`facts.label.${key}`),
    own: cell(making, factOf(own, key)),
    other: cell(making, factOf(other, key)),
  }));
  const zone = (city: City): FactCell => ({
    value: localTime(city.timeZone, language, new Date(brief.madeAt)).offset,
    note: null,
  });
  return [...rows, { label: words('papers.localTime'), own: zone(own), other: zone(other) }];
}

function cell({ words, format, numberOf }: Making, fact: CityFact | undefined): FactCell {
  if (fact === undefined) return { value: words('papers.notKnown'), note: null };
  const number = numberOf(fact.source);
  const isNumber = typeof fact.value === 'number';
  const isUnsourced = fact.source === null && fact.origin === 'compiled' && isGeneral(fact.key);
  const notes = [
    ...(fact.year !== null ? [String(fact.year)] : isNumber ? [words('papers.noYear')] : []),
    ...(fact.origin === 'city' ? [words('papers.byCity')] : []),
    ...(isUnsourced ? [words('papers.general')] : []),
    ...(number === null ? [] : [words('papers.numbered', { number: String(number) })]),
  ];
  return {
    value: factInWords(fact, words, format),
    note: notes.length === 0 ? null : format.list(notes, { type: 'unit', style: 'short' }),
  };
}
