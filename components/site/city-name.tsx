import { useTranslations } from '#i18n/words.ts';
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

/** "Vientiane (own script), Lao PDR". `isLinked`: to the page of the city. */
export function CityAndCountry({ city, isLinked = false }: { city: CityRef; isLinked?: boolean }) {
  const t = useTranslations('common');
  return t.rich('cityAndCountry', {
    city: () => <CityName key="city" city={city} href={isLinked ? `/cities/${city.slug}` : undefined} />,
    country: t(`country.${city.country}`),
  });
}
