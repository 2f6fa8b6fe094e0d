import { useTranslations } from 'next-intl';
import type { CityCard } from '#lib/cities/contract.ts';
import { PointShapes } from './points.tsx';
import { MAP_HEIGHT, MAP_WIDTH, place } from './projection.ts';

const WIDTH = 340;
const HEIGHT = 160;

type Located = Pick<CityCard, 'slug' | 'name' | 'longitude' | 'latitude' | 'role'>;
type Props = {
  city: Located;
  /** Other cities, as small dots. */
  others?: Pick<CityCard, 'slug' | 'longitude' | 'latitude'>[];
  /** A sentence that says where it lies. */
  finding: string;
};

/** The surroundings of one city: an inset of the same drawing. */
export function CityMap({ city, others = [], finding }: Props) {
  const t = useTranslations('map');
  const { x, y } = place(city.longitude, city.latitude);
  const left = clamp(x - WIDTH / 2, MAP_WIDTH - WIDTH);
  const top = clamp(y - HEIGHT / 2, MAP_HEIGHT - HEIGHT);
  const near = others
    .filter((other) => other.slug !== city.slug)
    .map((other) => ({ ...other, ...at(other) }));
  const shown = near.filter((other) => isInside(other, left, top));
  return (
    <figure className="map">
      <svg viewBox={`${left} ${top} ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
        <PointShapes prefix="c-" />
        <use href="/map/asean.svg#land" className="land" />
        {shown.map((other) => (
          <use key={other.slug} href="#c-nothing" x={other.x} y={other.y} />
        ))}
        <use href={`#c-${city.role}`} x={x} y={y} />
        <text className="lab lab--middle" x={x} y={y + 20}>
          {city.name}
        </text>
      </svg>
      <figcaption className="soft">{t('boundaries')}</figcaption>
    </figure>
  );
}

function at(city: { longitude: number; latitude: number }) {
  return place(city.longitude, city.latitude);
}

function clamp(value: number, maximum: number): number {
  return Math.round(Math.min(Math.max(value, 0), maximum));
}

function isInside(point: { x: number; y: number }, left: number, top: number): boolean {
  return point.x >= left && point.x <= left + WIDTH && point.y >= top && point.y <= top + HEIGHT;
}
