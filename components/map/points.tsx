import type { CityCard, CityRole } from '#lib/cities/contract.ts';
import { place } from './projection.ts';

/** The four kinds of point, drawn once; every city is a copy. Circles only: a point is a place, not a rank. */
export function PointShapes({ prefix }: { prefix: string }) {
  return (
    <defs>
      <g id={`${prefix}needs`} className="pt">
        <circle className="h" r="9" />
        <circle className="n" r="5" />
      </g>
      <g id={`${prefix}practices`} className="pt">
        <circle className="h" r="9" />
        <circle className="p" r="6" />
      </g>
      <g id={`${prefix}both`} className="pt">
        <circle className="h" r="10" />
        <circle className="r" r="6.5" />
        <circle className="b" r="3" />
      </g>
      <g id={`${prefix}nothing`} className="pt">
        <circle className="h" r="8" />
        <circle className="x" r="2.6" />
      </g>
    </defs>
  );
}

/** One kind of point for a key beside the map. */
export function KeyPoint({ role }: { role: CityRole }) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true">
      {role === 'needs' ? <circle className="n" r="5" /> : null}
      {role === 'practices' ? <circle className="p" r="6" /> : null}
      {role === 'both' ? (
        <>
          <circle className="r" r="6.5" />
          <circle className="b" r="3" />
        </>
      ) : null}
      {role === 'nothing' ? <circle className="x" r="2.6" /> : null}
    </svg>
  );
}

type PointCity = Pick<CityCard, 'slug' | 'longitude' | 'latitude' | 'role'>;

/** A city on the map: a link with a title, a copy of its kind of point. */
export function PointLink({ city, title, prefix }: { city: PointCity; title: string; prefix: string }) {
  const { x, y } = place(city.longitude, city.latitude);
  return (
    <a href={`/cities/${city.slug}`}>
      <title>{title}</title>
      <use href={`#${prefix}${city.role}`} x={x} y={y} />
    </a>
  );
}
