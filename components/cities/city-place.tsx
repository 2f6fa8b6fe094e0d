import { CityMap } from '#components/map/city-map.tsx';
import { Local } from '#components/site/local.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { City, CityCard } from '#lib/cities/contract.ts';

type Others = Pick<CityCard, 'slug' | 'longitude' | 'latitude'>[];

/** Where a city lies: a map of its surroundings, its position in words, the source. */
export function CityPlace({ city, others }: { city: City; others: Others }) {
  const t = useTranslations('cities');
  const format = useFormatter();
  const degrees = (value: number) => format.number(Math.abs(value), { maximumFractionDigits: 2 });
  const place = t('place', {
    latitude: degrees(city.latitude),
    ns: city.latitude < 0 ? 's' : 'n',
    longitude: degrees(city.longitude),
    ew: city.longitude < 0 ? 'w' : 'e',
  });
  return (
    <div className="mt-10">
      <CityMap city={city} others={others} finding={t('placeFinding', { city: city.name, place })} />
      <SourceLine>
        {t.rich('placeSource', {
          place,
          a: (words) => (
            <a key="a" href="https://www.geonames.org" rel="noreferrer">
              {words}
            </a>
          ),
        })}{' '}
        {city.coordinatesNote ? <Local of={city.coordinatesNote} /> : null}
      </SourceLine>
    </div>
  );
}
