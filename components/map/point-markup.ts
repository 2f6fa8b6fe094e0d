import type { CityCard } from '#lib/cities/contract.ts';
import { COUNTRIES } from '#lib/platform/fields.ts';
import { place } from './projection.ts';

export type PointCity = Pick<CityCard, 'slug' | 'name' | 'country' | 'longitude' | 'latitude' | 'role'>;

/** What is painted later lies above: points with less on record come first, so that none hides one with more. */
const PAINTED = { nothing: 0, practices: 1, needs: 2, both: 3 } as const;

/**
 * The points of a map as one piece of markup: as elements they would travel twice, and be the heaviest part of the
 * page. First the shapes as they are painted (`PointShapes`), above them the links as they are read.
 */
export function pointMarkup(
  cities: PointCity[],
  titleOf: (city: PointCity) => string,
  prefix: string,
): string {
  const painted = [...cities].sort((a, b) => PAINTED[a.role] - PAINTED[b.role] || byName(a, b));
  const shapes = painted.map((city) => shapeAt(city, `${prefix}${city.role}`)).join('');
  const links = inReadingOrder(cities).map((city) => {
    const halo = shapeAt(city, `${prefix}halo${city.role === 'nothing' ? '-s' : ''}`);
    return `<a href="/cities/${escaped(city.slug)}"><title>${escaped(titleOf(city))}</title>${halo}</a>`;
  });
  return `<g aria-hidden="true">${shapes}</g>${links.join('')}`;
}

/** Cities with something on record, then those without; each by country and name. */
export function inReadingOrder<City extends PointCity>(cities: readonly City[]): City[] {
  const rank = ({ role, country }: City): number =>
    (role === 'nothing' ? COUNTRIES.length : 0) + COUNTRIES.indexOf(country);
  return [...cities].sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

const byName = (a: PointCity, b: PointCity): number => a.name.localeCompare(b.name, 'en');

function shapeAt({ longitude, latitude }: PointCity, id: string): string {
  const { x, y } = place(longitude, latitude);
  return `<use href="#${id}" x="${x}" y="${y}"/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
