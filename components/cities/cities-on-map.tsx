import { AseanMap, MapSource } from '#components/map/asean-map.tsx';
import { More } from '#components/ui/button.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityCard } from '#lib/cities/contract.ts';

/** The cities of a list as points; former ones are no partners to find and stay in the list. */
export function CitiesOnMap({ cities, listHref }: { cities: CityCard[]; listHref: string }) {
  const t = useTranslations('cities');
  const map = useTranslations('map');
  const present = cities.filter((city) => city.formerSince === null);
  const former = cities.length - present.length;
  return (
    <div className="map map--whole">
      <a className="skip skip--here" href="#after-map">
        {map('skip')}
      </a>
      <AseanMap cities={present} finding={t('mapFinding', { count: present.length })} />
      <More>
        <a href={listHref} id="after-map">
          {t('mapToList')}
        </a>
      </More>
      {former > 0 ? <p className="hint">{t('mapFormer', { count: former })}</p> : null}
      <SourceLine>
        <MapSource />
      </SourceLine>
    </div>
  );
}
