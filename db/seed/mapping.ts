import type { Translations } from '#lib/platform/language.ts';
import type { SeedCity, SeedFiles, SeedNeed, SeedPractice, SeedTie, SeedTopic } from './files.ts';

/** Page on which Kuala Lumpur City Hall names the ten capitals of MGMAC. */
const MGMAC_LIST = 'https://www.dbkl.gov.my/en/corporate-info/jaringan-antarabangsa-bandaraya-berkembar';

export function cityInput(city: SeedCity) {
  const { coastal, capital, ascn: _ascn, ascnPhase, forums, ...same } = city;
  return {
    ...same,
    localName: city.localName ?? null,
    coordinatesNote: city.coordinatesNote ?? null,
    population: city.population ?? null,
    populationYear: city.populationYear ?? null,
    populationSource: city.populationSource ?? null,
    isCoastal: coastal ?? null,
    isCapital: capital,
    smartCitiesPhase: ascnPhase ?? null,
    formerSince: city.formerSince ?? null,
    formerNote: city.formerNote ?? null,
    forumsNote: city.forumsNote ?? null,
    forums: forums.map((forum) =>
      forum === 'MGMAC'
        ? { forum, status: 'member' as const, sourceUrl: MGMAC_LIST }
        : { forum, status: 'past-host' as const, sourceUrl: null },
    ),
  };
}

export function practiceInput(practice: SeedPractice, city: SeedCity, files: SeedFiles) {
  const { status, ...same } = practice;
  return {
    ...same,
    problem: practice.problem ?? null,
    actions: practice.actions ?? null,
    results: practice.results ?? null,
    startYear: practice.startYear ?? null,
    evidence: isOwnSource(practice, city) ? ('self-reported' as const) : ('documented' as const),
    stage: status ?? null,
    operatedBy: practice.operatedBy ?? null,
    caveat: practice.caveat ?? null,
    otherSources: practice.otherSources ?? [],
    translations: indonesian(files.translations.practices[practice.id]),
  };
}

export function needInput(need: SeedNeed, files: SeedFiles) {
  return {
    ...need,
    otherSources: need.otherSources ?? [],
    translations: indonesian(files.translations.needs[need.id]),
  };
}

export function tieInput({ key, from, to, kind, subject, year, sourceUrl }: SeedTie) {
  return { key, citySlug: from, otherSlug: to, kind, subject, year: year ?? null, sourceUrl };
}

export function topicInput(topic: SeedTopic, position: number, files: SeedFiles) {
  const { declarationArticle, ...same } = topic;
  const entry = files.thesaurus[topic.code];
  const labels = Object.entries(entry?.labels ?? {}).map(([language, term]) => ({
    language,
    term,
    isLabel: true,
  }));
  const terms = Object.entries(entry?.terms ?? {}).flatMap(([language, list]) =>
    list.map((term) => ({ language, term, isLabel: false })),
  );
  return {
    ...same,
    position,
    commitment: declarationArticle,
    translations: indonesian(files.translations.topics[topic.code]),
    terms: [...labels, ...terms],
  };
}

function indonesian(fields: Record<string, string> | undefined): Translations {
  return fields === undefined ? {} : { id: { fields, isChecked: false } };
}

const compact = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Whether the source is the city's own: a government host that, or whose publisher, bears the city's name. */
export function isOwnSource(
  practice: Pick<SeedPractice, 'sourceUrl' | 'sourceTitle'>,
  city: Pick<SeedCity, 'name' | 'country'>,
): boolean {
  const host = new URL(practice.sourceUrl).hostname;
  if (!/\.(gov|go)\.[a-z]{2}$/.test(host)) return false;
  const publisher = practice.sourceTitle.split(' – ')[0] ?? '';
  const name = compact(city.name);
  return city.country === 'SG' || compact(host).includes(name) || compact(publisher).includes(name);
}
