import { useTranslations } from '#i18n/words.ts';
import type { CityCard } from '#lib/cities/contract.ts';
import { Point } from './points.tsx';
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
  // One line of no length for each: a page of a city is asked for most, and must stay small.
  const dots = others
    .filter((other) => other.slug !== city.slug)
    .map((other) => place(other.longitude, other.latitude))
    .filter((point) => isInside(point, left, top))
    .map((point) => `M${point.x} ${point.y}h0`)
    .join('');
  return (
    <figure className="map">
      <svg viewBox={`${left} ${top} ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
        <use href="/map/asean.svg#land" className="land" />
        <path className="stroke-line-strong" d={dots} strokeWidth="5.2" strokeLinecap="round" />
        <Point role={city.role} x={x} y={y} />
        <text className="lab lab--middle" x={x} y={y + 20}>
          {city.name}
        </text>
      </svg>
      <figcaption className="soft">{t('boundaries')}</figcaption>
    </figure>
  );
}

function clamp(value: number, maximum: number): number {
  return Math.round(Math.min(Math.max(value, 0), maximum));
}

function isInside(point: { x: number; y: number }, left: number, top: number): boolean {
  return point.x >= left && point.x <= left + WIDTH && point.y >= top && point.y <= top + HEIGHT;
}
