import type { CityCard } from '#lib/cities/contract.ts';
import { place } from './projection.ts';

export type PointCity = Pick<CityCard, 'slug' | 'name' | 'longitude' | 'latitude' | 'role'>;

/**
 * The points of a map as one piece of markup: a link with a title and a copy of its shape (`PointShapes`).
 * As elements they would travel twice, and be the heaviest part of the page.
 */
export function pointMarkup(
  cities: PointCity[],
  titleOf: (city: PointCity) => string,
  prefix: string,
): string {
  return cities
    .map((city) => {
      const { x, y } = place(city.longitude, city.latitude);
      const shape = `<use href="#${prefix}${city.role}" x="${x}" y="${y}"/>`;
      return `<a href="/cities/${escaped(city.slug)}"><title>${escaped(titleOf(city))}</title>${shape}</a>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
