import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { geoPath } from 'd3-geo';
import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { MAP_HEIGHT, MAP_WIDTH, place, projection } from '#components/map/projection.ts';

// ISO 3166-1 numbers: BN KH ID LA MY MM PH SG TH TL VN.
const ASEAN = ['096', '116', '360', '418', '458', '104', '608', '702', '764', '626', '704'];
/** Steps per unit of the drawing: 2 keeps coasts smooth on the inset of a city page. */
const FINENESS = 2;
/** Islets smaller than this many square units are left out. */
const SMALLEST = 0.35;

/** Steps shorter than this, in those steps, are left out: nobody sees them and everybody loads them. */
const SHORTEST = 2.5;

/** The land of the eleven countries as one shape: no borders inside, so none is taken a position on. */
export function landFile(): string {
  const atlas: Topology = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
  );
  const countries = atlas.objects.countries as GeometryCollection;
  const own = countries.geometries.filter((shape): shape is Polygon | MultiPolygon =>
    ASEAN.includes(String(shape.id).padStart(3, '0')),
  );
  const land = merge(atlas, own);
  const rings = land.coordinates
    .filter((polygon) => geoPath(projection).area({ type: 'Polygon', coordinates: polygon }) >= SMALLEST)
    .flatMap((polygon) => polygon.map(drawRing));
  const path = rings.join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}"><path id="land" transform="scale(${1 / FINENESS})" d="${path}"/></svg>\n`;
}

/** One ring as relative whole steps, the shortest way to write it. */
function drawRing(ring: number[][]): string {
  const points = ring.map(([longitude = 0, latitude = 0]) => place(longitude, latitude, FINENESS));
  const [start] = points;
  if (!start) return '';
  let { x: atX, y: atY } = start;
  const steps: string[] = [];
  for (const { x, y } of points.slice(1, -1)) {
    if (Math.hypot(x - atX, y - atY) < SHORTEST) continue;
    const dy = y - atY;
    steps.push(`${x - atX} ${dy}`);
    atX = x;
    atY = y;
  }
  // A ring of which nothing is left must go: "l" without numbers ends the drawing of all that follow.
  if (steps.length < 2) return '';
  return `M${start.x} ${start.y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

export const LAND_FILE = fileURLToPath(new URL('../../public/map/asean.svg', import.meta.url));

if (import.meta.main) writeFileSync(LAND_FILE, landFile());
