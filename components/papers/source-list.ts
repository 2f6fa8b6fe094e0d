import { dayInWords } from '#components/cities/day.ts';
import { populationSource } from '#components/cities/population-source.ts';
import { hostOf } from '#components/site/host.ts';
import type { Words } from '#i18n/words.ts';
import type { Sheet } from './sheet.ts';

type Source = { title: string | null; url: string | null };
const MOST_SOURCES = 14;
const LONGEST_TITLE = 90;

export type SourceList = ReturnType<typeof sourceList>;

/** Sources in the order in which they are first named; each has its number. */
export function sourceList(words: Words, language: string) {
  const known = new Map<string, { text: string; url: string | null }>();
  const numberOf = (source: Source | null): number | null => {
    if (source === null) return null;
    const key = source.url ?? source.title ?? '';
    if (!known.has(key)) {
      if (known.size >= MOST_SOURCES) return null;
      known.set(key, named(source, known.size + 1, words, language));
    }
    return [...known.keys()].indexOf(key) + 1;
  };
  return { numberOf, items: (): Sheet['sources']['items'] => [...known.values()] };
}

function named({ title, url }: Source, number: number, words: Words, language: string) {
  const address = url !== null && /^https?:\/\//.test(url) && url.length < 1000 ? url : null;
  const census = title === null ? null : populationSource(title);
  const numbered = { number: String(number) };
  if (census?.kind === 'geonames') {
    const date = dayInWords(census.day, language);
    return { text: words('papers.geonames', { ...numbered, date }), url: address };
  }
  const host = address === null ? null : hostOf(address);
  const name = (title ?? host ?? '').slice(0, LONGEST_TITLE);
  const text =
    host === null || title === null
      ? words('papers.sourceAlone', { ...numbered, title: name })
      : words('papers.source', { ...numbered, title: name, host });
  return { text, url: address };
}
