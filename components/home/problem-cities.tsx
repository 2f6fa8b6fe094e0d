import { CityAndCountry } from '#components/site/city-name.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';

/** Cities that worked on it, in alphabetical order. */
export function ProblemCities({ cities }: { cities: DescribedProblem['cities'] }) {
  const t = useTranslations('problem');
  if (cities.length === 0) return null;
  return (
    <Section title={t('citiesTitle')} hint={t('citiesHint')} place="block">
      <ul className="plainlist">
        {cities.map(({ city, practiceIds }) => (
          <li key={city.slug}>
            <CityAndCountry city={city} isLinked />{' '}
            <span className="soft small">{t('cityPractices', { count: practiceIds.length })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
