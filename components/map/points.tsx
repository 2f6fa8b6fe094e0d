import type { CityRole } from '#lib/cities/contract.ts';

/** Circles of each kind of point, the lowest first. Circles only: a point is a place, not a rank. */
const CIRCLES: Record<CityRole, [look: string, radius: number][]> = {
  needs: [['pt-n', 5]],
  practices: [['pt-p', 6]],
  both: [
    ['pt-r', 6.5],
    ['pt-b', 3],
  ],
  nothing: [['pt-x', 2.6]],
};
/** Around a point that is a link: what the pointer meets, and the ring of focus. The smaller one is for a small dot. */
const HALOS = { halo: 10, 'halo-s': 7 };
const ROLES: CityRole[] = ['needs', 'practices', 'both', 'nothing'];

/** One point by itself, which is no link. */
export function Point({ role, x, y }: { role: CityRole; x: number; y: number }) {
  return CIRCLES[role].map(([look, radius]) => (
    <circle key={look} className={look} cx={x} cy={y} r={radius} />
  ));
}

/**
 * The four kinds of point and the halo of a link, drawn once; every city is a copy of both.
 * `isFar`: the map of all, where a phone shows the points larger.
 */
export function PointShapes({ prefix, isFar = false }: { prefix: string; isFar?: boolean }) {
  return (
    <defs>
      {ROLES.map((role) => (
        <g key={role} id={`${prefix}${role}`} className={isFar ? 'pt pt--far' : undefined}>
          {CIRCLES[role].map(([look, radius]) => (
            <circle key={look} className={look} r={radius} />
          ))}
        </g>
      ))}
      {Object.entries(HALOS).map(([name, radius]) => (
        <g key={name} id={`${prefix}${name}`} className={isFar ? 'pt pt--far' : undefined}>
          <circle className="pt-h" r={radius} />
        </g>
      ))}
    </defs>
  );
}

/** One kind of point for a key beside the map. */
export function KeyPoint({ role }: { role: CityRole }) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true">
      {CIRCLES[role].map(([look, radius]) => (
        <circle key={look} className={look} r={radius} />
      ))}
    </svg>
  );
}
