import { geoMercator } from 'd3-geo';

/** Size of the drawing in its own units; `data/map/build.ts` cuts the land to the same frame. */
export const MAP_WIDTH = 925;
export const MAP_HEIGHT = 706;

const UNITS_PER_DEGREE = 17.2;
const WEST = 91.9;
const NORTH = 28.8;

const mercator = geoMercator()
  .scale((UNITS_PER_DEGREE * 180) / Math.PI)
  .translate([0, 0]);
const [left, top] = mercator([WEST, NORTH]) ?? [0, 0];

/** Places a point of the earth (degrees) in the drawing. The land is drawn with the same one. */
export const projection = mercator.translate([-left, -top]);

/** The same in steps of which `fineness` make one unit; rounded. */
export function place(longitude: number, latitude: number, fineness = 1): { x: number; y: number } {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x: Math.round(x * fineness), y: Math.round(y * fineness) };
}
