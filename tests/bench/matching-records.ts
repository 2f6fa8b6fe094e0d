import { readFileSync } from 'node:fs';
import type postgres from 'postgres';
import { newId } from '#lib/platform/ids.ts';
import { randomFrom } from '#lib/platform/random.ts';

type SampleCity = { country: string; languages: string[]; timeZone: string; kind: string };
type SampleRecord = { title: string; topics: string[]; sdgs: number[] };
type SampleNeed = SampleRecord & { id: string; description: string };
type SamplePractice = SampleRecord & {
  id: string;
  summary: string;
  problem: string;
  actions: string;
  results?: string;
  pillars: string[];
  startYear?: number;
};
type Texts = Record<string, Record<string, string>>;

const read = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')) as Shape;

const SYLLABLES = ['ka', 'lo', 'min', 'ter', 'sa', 'pu', 'ran', 'ge', 'dal', 'vi', 'ton', 'be', 'shi', 'mu'];

/**
 * Fills an empty database with cities that hold as many needs and practices each as those of the sample do.
 * Texts are sentences of two sample records with a topic in common, in English and Indonesian, and rare words.
 * The same for the same seed. @returns ids of the cities
 */
export async function fillCities(sql: postgres.Sql, size: number, seed = 11): Promise<string[]> {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const samples = {
    cities: read<SampleCity[]>('cities.json'),
    needs: read<SampleNeed[]>('needs.json'),
    practices: read<SamplePractice[]>('practices.json'),
    indonesianNeeds: read<Texts>('translations/id/needs.json'),
    indonesianPractices: read<Texts>('translations/id/practices.json'),
  };
  const rareWords = () =>
    Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => pick(SYLLABLES)).join('')).join(' ');
  const mixed = (one: string | undefined, other: string | undefined) => {
    const sentences = [...(one ?? '').split(/(?<=\.) /), ...(other ?? '').split(/(?<=\.) /)];
    return `${sentences.filter(() => random() < 0.5).join(' ')} ${rareWords()}.`;
  };
  const kin = <Item extends SampleRecord>(items: readonly Item[], one: Item): Item =>
    pick(items.filter((item) => item.topics[0] === one.topics[0]));
  const translated = (fields: Record<string, string>) => sql.json({ id: { fields, isChecked: false } });

  const cities = Array.from({ length: size }, (_, at) => ({
    id: newId(),
    key: `bench-${at}`,
    ...pick(samples.cities),
  }));
  const needs = cities.map((city, at) => {
    const one = pick(samples.needs);
    const other = kin(samples.needs, one);
    const indonesian = [samples.indonesianNeeds[one.id], samples.indonesianNeeds[other.id]];
    const description = mixed(indonesian[0]?.description, indonesian[1]?.description);
    return {
      ...record(`n-bench-${at}`, city.id, one),
      description: mixed(one.description, other.description),
      translations: translated({ title: indonesian[0]?.title ?? '', description }),
    };
  });
  const practices = cities.flatMap((city, at) =>
    Array.from({ length: at % 4 === 0 ? 2 : 1 }, (_, place) => {
      const one = pick(samples.practices);
      const other = kin(samples.practices, one);
      const indonesian = [samples.indonesianPractices[one.id], samples.indonesianPractices[other.id]];
      const summary = mixed(indonesian[0]?.summary, indonesian[1]?.summary);
      return {
        ...record(`p-bench-${at}-${place}`, city.id, one),
        summary: mixed(one.summary, other.summary),
        problem: mixed(one.problem, other.problem),
        actions: mixed(one.actions, other.actions),
        results: mixed(one.results, other.results),
        start_year: one.startYear ?? null,
        pillars: one.pillars,
        evidence: 'documented',
        translations: translated({ title: indonesian[0]?.title ?? '', summary }),
      };
    }),
  );
  await sql`insert into city ${sql(cities.map(toCityRow))}`;
  await sql`insert into need ${sql(needs)}`;
  await sql`insert into practice ${sql(practices)}`;
  await sql`analyze`;
  return cities.map((city) => city.id);
}

const toCityRow = (city: SampleCity & { id: string; key: string }) => ({
  id: city.id,
  key: city.key,
  origin: 'compiled',
  name: city.key,
  country: city.country,
  kind: city.kind,
  latitude: 0,
  longitude: 110,
  is_capital: false,
  time_zone: city.timeZone,
  languages: city.languages,
  sources: [],
});

const record = (key: string, cityId: string, sample: SampleRecord) => ({
  id: newId(),
  key,
  origin: 'compiled',
  city_id: cityId,
  title: sample.title,
  topics: sample.topics,
  sdgs: sample.sdgs,
  other_sources: [],
});
