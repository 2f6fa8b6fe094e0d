import { AseanMap, MapSource } from '#components/map/asean-map.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityCard } from '#lib/cities/contract.ts';

/** The map of home: what it shows as a sentence, the key, and all cities, former ones too, as a list one press away. */
export function HomeMap({ cities: all }: { cities: CityCard[] }) {
  const t = useTranslations('home');
  const map = useTranslations('map');
  const list = useTranslations('cities');
  const cities = all.filter((city) => city.formerSince === null);
  const former = all.length - cities.length;
  const finding = t('mapFinding', { state: stateOf(cities) });
  return (
    <section className="block map map--main map--whole" aria-labelledby="map-title">
      <h2 id="map-title">{t('mapTitle')}</h2>
      <a className="skip skip--here" href="#after-map">
        {map('skip')}
      </a>
      <AseanMap cities={cities} finding={finding}>
        <p className="lead">{finding}</p>
      </AseanMap>
      <p className="more small" id="after-map">
        <a href="/cities">{t('mapTable')}</a>
      </p>
      {former > 0 ? <p className="hint">{list('mapFormer', { count: former })}</p> : null}
      <SourceLine>
        <MapSource />
      </SourceLine>
    </section>
  );
}

/** What the finding says: whether most of the cities with records have both. */
function stateOf(cities: CityCard[]): 'most' | 'some' | 'few' {
  const onRecord = cities.filter((city) => city.role !== 'nothing').length;
  const both = cities.filter((city) => city.role === 'both').length;
  if (onRecord < 10) return 'few';
  return both * 2 > onRecord ? 'most' : 'some';
}
