import { FactSource, isGeneral, useFactValue } from '#components/facts/fact-words.tsx';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { type City, type CityFact, FACT_KEYS, type FactKey } from '#lib/cities/contract.ts';

/** Facts that are said to be unknown where they are; others are left out. */
const ALWAYS: readonly FactKey[] = ['population', 'coast', 'languages'];

/** Facts with value, year, source and whose word they are. What does not concern this city is left out. */
export function CityFacts({ city }: { city: City }) {
  const t = useTranslations('cities');
  const words = useTranslations('facts');
  const inWords = useFactValue();
  const facts = new Map(city.facts.map((fact) => [fact.key, fact]));
  return (
    <Section title={t('facts')}>
      <Facts>
        {FACT_KEYS.map((key) => {
          const fact = facts.get(key);
          if (fact === undefined && !ALWAYS.includes(key)) return null;
          return (
            <Fact
              key={key}
              label={words(`label.${key}`)}
              source={
                fact && hasSource(fact) ? (
                  <FactSource fact={fact} isFormer={city.formerSince !== null} />
                ) : undefined
              }
            >
              {fact === undefined ? t('notKnown') : inWords(fact)}
            </Fact>
          );
        })}
        <ForumFact city={city} />
        {isPhase(city.smartCitiesPhase) ? (
          <Fact label={t('smartCities')}>{t(`smartCitiesPhase.${city.smartCitiesPhase}`)}</Fact>
        ) : null}
      </Facts>
    </Section>
  );
}

const hasSource = ({ origin, source, key }: CityFact): boolean =>
  origin === 'city' || source !== null || isGeneral(key);

function ForumFact({ city }: { city: City }) {
  const t = useTranslations('cities');
  const words = useTranslations('vocabulary');
  const language = useLocale();
  // Said anew in the reader's language where the note is in another one.
  const noted =
    city.forumsNote === null ? undefined : city.forumsNote.language === language ? (
      <Local of={city.forumsNote} />
    ) : (
      t('forumsNote')
    );
  // Nobody confirms a membership of a former city.
  if (city.forums.length === 0 && city.formerSince !== null) return null;
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
