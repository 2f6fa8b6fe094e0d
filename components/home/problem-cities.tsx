import { CityAndCountry } from '#components/site/city-name.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';

/** Cities that worked on it, in alphabetical order, a line or two each: what the button promised comes first. */
export function ProblemCities({ cities }: { cities: DescribedProblem['cities'] }) {
  const t = useTranslations('problem');
  if (cities.length === 0) return null;
  return (
    <Section title={t('citiesTitle')} hint={t('citiesHint')}>
      <ul className="plainlist mb-8 md:grid md:grid-cols-2 md:gap-x-8">
        {cities.map(({ city, practiceIds }) => (
          <li key={city.slug}>
            <CityAndCountry city={city} isLinked />{' '}
            <span className="soft small whitespace-nowrap">
              {t('cityPractices', { count: practiceIds.length })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
