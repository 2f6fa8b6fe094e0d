import { dayInWords } from '#components/cities/day.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';

/** The name of a city and, beside it, its name in its own script. */
export function CityName({ city, href }: { city: CityRef; href?: string | undefined }) {
  return (
    <>
      {href ? <a href={href}>{city.name}</a> : city.name}
      {city.localName ? (
        <>
          {' '}
          <span className="own" lang={city.localName.language}>
            {city.localName.text}
          </span>
        </>
      ) : null}
    </>
  );
}

/** "Vientiane (own script), Lao PDR"; of a former city also until when. `isLinked`: to the page of the city. */
export function CityAndCountry({ city, isLinked = false }: { city: CityRef; isLinked?: boolean }) {
  const t = useTranslations('common');
  const language = useLocale();
  return t.rich(city.formerSince === null ? 'cityAndCountry' : 'formerCityAndCountry', {
    date: city.formerSince === null ? '' : dayInWords(city.formerSince, language),
    city: () => <CityName key="city" city={city} href={isLinked ? `/cities/${city.slug}` : undefined} />,
    country: t(`country.${city.country}`),
  });
}
