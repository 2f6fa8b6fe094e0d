import { coastOf, sizeBand } from '#lib/cities/rules.ts';
import type { ContextFit } from '#lib/matching/contract.ts';

export type Place = {
  country: string;
  population: number | null;
  isCoastal: boolean | null;
  timeZone: string;
  languages: readonly string[];
};

/** How two cities compare apart from what they need and did. `at`: the moment for which clocks are compared. */
export function contextFit(own: Place, other: Place, at: Date): ContextFit {
  const coasts = { own: coastOf(own.isCoastal), other: coastOf(other.isCoastal) };
  const bands = { own: sizeBand(own.population), other: sizeBand(other.population) };
  const shared = own.languages.filter((language) => other.languages.includes(language));
  const isSameSet = shared.length === own.languages.length && shared.length === other.languages.length;
  return {
    size: { relation: relation(bands), own: own.population, other: other.population },
    coast: { relation: relation(coasts), ...coasts },
    time: {
      relation: offsetOf(own.timeZone, at) === offsetOf(other.timeZone, at) ? 'same' : 'different',
      own: own.timeZone,
      other: other.timeZone,
    },
    languages: {
      relation: isSameSet ? 'same' : shared.length > 0 ? 'shared' : 'different',
      own: [...own.languages],
      other: [...other.languages],
      shared,
    },
    isSameCountry: own.country === other.country,
  };
}

function relation(pair: { own: string; other: string }): 'same' | 'different' | 'unknown' {
  if (pair.own === 'unknown' || pair.other === 'unknown') return 'unknown';
  return pair.own === pair.other ? 'same' : 'different';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset from UTC as a text that compares, such as GMT+8. */
function offsetOf(timeZone: string, at: Date): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
