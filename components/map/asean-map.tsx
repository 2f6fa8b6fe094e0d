import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';
import type { CityCard } from '#lib/cities/contract.ts';
import { LABELS } from './labels.ts';
import { pointMarkup } from './point-markup.ts';
import { KeyPoint, PointShapes } from './points.tsx';
import { MAP_HEIGHT, MAP_WIDTH, place } from './projection.ts';

const ROLES = ['needs', 'practices', 'both', 'nothing'] as const;

type Props = {
  /** Former cities are left out by the caller. */
  cities: CityCard[];
  /** What the map shows, as a sentence: its name for screen readers. */
  finding: string;
  /** Beside the key: a lead, links. */
  children?: ReactNode;
};

/** The cities of ASEAN, coloured by role. Vector from the server, every point a link, no scripts. */
export function AseanMap({ cities, finding, children }: Props) {
  const t = useTranslations('map');
  const points = pointMarkup(cities, (city) => `${city.name}: ${t(`role.${city.role}`)}`, 'm-');
  return (
    <figure>
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} aria-labelledby="map-finding">
        <title id="map-finding">{finding}</title>
        <PointShapes prefix="m-" isFar />
        <use href="/map/asean.svg#land" className="land" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, every text escaped */}
        <g dangerouslySetInnerHTML={{ __html: points }} />
        {cities.map((city) => (
          <MapLabel key={city.slug} city={city} />
        ))}
      </svg>
      <figcaption>
        {children}
        {ROLES.map((role) => (
          <span key={role} className="key">
            <KeyPoint role={role} />
            {t(`key.${role}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function MapLabel({ city }: { city: CityCard }) {
  const label = LABELS[city.slug];
  if (!label) return null;
  const { x, y } = place(city.longitude, city.latitude);
  return (
    <text
      className={`lab lab--${label.anchor}${label.isOnPhone ? '' : ' lab--s'}`}
      x={x + label.dx}
      y={y + label.dy}
    >
      {city.name}
    </text>
  );
}

/** What must stand under every map of the region. */
export function MapSource() {
  const t = useTranslations('map');
  return t.rich('source', {
    geonames: (words: ReactNode) => (
      <a key="g" href="https://www.geonames.org" rel="noreferrer">
        {words}
      </a>
    ),
    naturalearth: (words: ReactNode) => (
      <a key="n" href="https://www.naturalearthdata.com" rel="noreferrer">
        {words}
      </a>
    ),
  });
}
