import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useLocale, useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';
import { dayInWords } from './day.ts';
import { populationSource } from './population-source.ts';

/** Facts with value, year and source. What is not known is said, what does not concern this city is left out. */
export function CityFacts({ city }: { city: City }) {
  const t = useTranslations('cities');
  const words = useTranslations('vocabulary');
  const language = useLanguageNames();
  return (
    <Section title={t('facts')}>
      <Facts>
        <PopulationFact city={city} />
        <Fact label={t('coastLabel')}>
          {city.coast === 'unknown' ? t('notKnown') : words(`coast.${city.coast}`)}
        </Fact>
        <Fact label={t('languages')} source={t('languagesSource')}>
          {language(city.languages)}
        </Fact>
        <ForumFact city={city} />
        {isPhase(city.smartCitiesPhase) ? (
          <Fact label={t('smartCities')}>{t(`smartCitiesPhase.${city.smartCitiesPhase}`)}</Fact>
        ) : null}
      </Facts>
    </Section>
  );
}

function PopulationFact({ city: { population, sources } }: { city: City }) {
  const t = useTranslations('cities');
  const format = useFormatter();
  if (population === null) return <Fact label={t('population')}>{t('notKnown')}</Fact>;
  const { value, year, source } = population;
  return (
    <Fact
      label={t('population')}
      source={source === null ? undefined : <PopulationWords text={source} sources={sources} />}
    >
      {year === null ? format.number(value) : t('populationYear', { value, year: String(year) })}
    </Fact>
  );
}

function PopulationWords({ text, sources }: { text: string; sources: string[] }): ReactNode {
  const t = useTranslations('cities');
  const page = useLocale();
  const source = populationSource(text);
  switch (source.kind) {
    case 'page':
      return <SourceWords source={{ url: source.url, title: null }} />;
    case 'words':
      return page === 'en' ? source.text : <span lang="en">{source.text}</span>;
    case 'geonames': {
      const record = sources.find((url) => url.includes('geonames.org')) ?? 'https://www.geonames.org';
      return t.rich('geonames', {
        date: dayInWords(source.day, page),
        a: (words) => (
          <a key="a" href={record} rel="noreferrer">
            {words}
          </a>
        ),
      });
    }
  }
}

function ForumFact({ city }: { city: City }) {
  const t = useTranslations('cities');
  const words = useTranslations('vocabulary');
  const noted = city.forumsNote ? <Local of={city.forumsNote} /> : undefined;
  if (city.forums.length === 0) {
    return (
      <Fact label={t('forums')} source={noted}>
        {t('toBeConfirmed')}
      </Fact>
    );
  }
  return (
    <Fact label={t('forums')} source={noted}>
      {city.forums.map((membership) => (
        <div key={membership.forum}>
          {t('membership', { forum: membership.forum, status: words(`forumStatus.${membership.status}`) })}
          {membership.sourceUrl ? (
            <p className="source">
              <SourceWords source={{ url: membership.sourceUrl, title: null }} />
            </p>
          ) : null}
        </div>
      ))}
    </Fact>
  );
}

const PHASES = ['pilot-2018', 'added-2023', 'added-2024'] as const;

function isPhase(value: string | null): value is (typeof PHASES)[number] {
  return PHASES.some((phase) => phase === value);
}

/** Languages by name, in a list of the page's language; a code without a name stays as it is. */
function useLanguageNames(): (codes: readonly string[]) => string {
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const nameOf = (code: string) => (words.has(`languageName.${code}`) ? words(`languageName.${code}`) : code);
  return (codes) => format.list(codes.map(nameOf), { type: 'conjunction' });
}
