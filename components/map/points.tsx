import type { CityRole } from '#lib/cities/contract.ts';

/**
 * The four kinds of point, drawn once; every city is a copy. Circles only: a point is a place, not a rank.
 * `isFar`: the map of all, where a phone shows the points larger.
 */
export function PointShapes({ prefix, isFar = false }: { prefix: string; isFar?: boolean }) {
  const look = isFar ? 'pt pt--far' : undefined;
  return (
    <defs>
      <g id={`${prefix}needs`} className={look}>
        <circle className="pt-h" r="9" />
        <circle className="pt-n" r="5" />
      </g>
      <g id={`${prefix}practices`} className={look}>
        <circle className="pt-h" r="9" />
        <circle className="pt-p" r="6" />
      </g>
      <g id={`${prefix}both`} className={look}>
        <circle className="pt-h" r="10" />
        <circle className="pt-r" r="6.5" />
        <circle className="pt-b" r="3" />
      </g>
      <g id={`${prefix}nothing`} className={look}>
        <circle className="pt-h" r="8" />
        <circle className="pt-x" r="2.6" />
      </g>
    </defs>
  );
}

/** One kind of point for a key beside the map. */
export function KeyPoint({ role }: { role: CityRole }) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true">
      {role === 'needs' ? <circle className="pt-n" r="5" /> : null}
      {role === 'practices' ? <circle className="pt-p" r="6" /> : null}
      {role === 'both' ? (
        <>
          <circle className="pt-r" r="6.5" />
          <circle className="pt-b" r="3" />
        </>
      ) : null}
      {role === 'nothing' ? <circle className="pt-x" r="2.6" /> : null}
    </svg>
  );
}
