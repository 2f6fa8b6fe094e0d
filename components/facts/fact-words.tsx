import type { ReactNode } from 'react';
import { dayInWords, momentInWords } from '#components/cities/day.ts';
import { populationSource } from '#components/cities/population-source.ts';
import { SourceWords } from '#components/site/source.tsx';
import { type Formats, useFormatter, useLocale, useTranslations, type Words } from '#i18n/words.ts';
import type { CityFact, FactKey } from '#lib/cities/contract.ts';

/** Value and unit in words, from all words of a language: "2,444,160", "1,600 tonnes a day". */
export function factInWords({ key, value, unit }: CityFact, words: Words, format: Formats): string {
  if (typeof value === 'number') {
    const number = format.number(value, { maximumFractionDigits: 2 });
    return unit === null || unit === 'residents' ? number : words(`facts.unit.${unit}`, { number });
  }
  if (Array.isArray(value)) return languagesInWords(value, words, format);
  return words.has(`facts.value.${key}.${value}`) ? words(`facts.value.${key}.${value}`) : value;
}

/** "Indonesian and Khmer". */
export function languagesInWords(codes: readonly string[], words: Words, format: Formats): string {
  const nameOf = (code: string) =>
    words.has(`vocabulary.languageName.${code}`) ? words(`vocabulary.languageName.${code}`) : code;
  return format.list(codes.map(nameOf), { type: 'conjunction' });
}

/** Value, unit and year in words: "2,444,160 (2020)". */
export function useFactValue(): (fact: CityFact) => string {
  const words = useTranslations();
  const format = useFormatter();
  return (fact) => {
    const value = factInWords(fact, words, format);
    return fact.year === null ? value : words('facts.withYear', { value, year: String(fact.year) });
  };
}

/** Whose word it is, and the source that it names. `isFormer`: of a former city, where nobody will confirm it. */
export function FactSource({ fact, isFormer = false }: { fact: CityFact; isFormer?: boolean }) {
  const t = useTranslations('facts');
  const language = useLocale();
  const { origin, confirmedAt, source, key } = fact;
  const date = confirmedAt === null ? null : momentInWords(new Date(confirmedAt), language);
  return (
    <>
      {origin === 'city' && date !== null ? t('statedOn', { date }) : null}
      {origin === 'city' && source !== null ? <br /> : null}
      {source === null ? null : <Named source={source} />}
      {origin === 'compiled' && source === null && isGeneral(key)
        ? t(`${key}Source`, { isFormer: isFormer ? 'yes' : 'no' })
        : null}
    </>
  );
}

/** Facts that the data files hold without a source of their own: where they come from is said in words. */
export const isGeneral = (key: FactKey): key is 'languages' | 'coast' =>
  key === 'languages' || key === 'coast';

/** A page, the GeoNames record of a date, or the words of who wrote it. */
function Named({ source: { title, url } }: { source: NonNullable<CityFact['source']> }): ReactNode {
  const t = useTranslations('cities');
  const f = useTranslations('facts');
  const page = useLocale();
  const known = title === null ? null : populationSource(title);
  if (known?.kind === 'geonames') {
    return t.rich('geonames', {
      date: dayInWords(known.day, page),
      a: (words) => (
        <a key="a" href={url ?? 'https://www.geonames.org'} rel="noreferrer">
          {words}
        </a>
      ),
    });
  }
  return url === null ? f('source', { title: title ?? '' }) : <SourceWords source={{ url, title }} />;
}
