import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LABELS } from '#components/map/labels.ts';
import { inReadingOrder, pointMarkup } from '#components/map/point-markup.ts';
import { MAP_HEIGHT, MAP_WIDTH, place } from '#components/map/projection.ts';
import { LAND_FILE, landFile } from '#data/map/build.ts';

type City = { slug: string; longitude: number; latitude: number };
const cities: City[] = JSON.parse(
  readFileSync(new URL('../../../data/cities.json', import.meta.url), 'utf8'),
);

describe('the map', () => {
  test('the file of the land is what the script makes (run: node data/map/build.ts)', () => {
    expect(readFileSync(LAND_FILE, 'utf8')).toBe(landFile());
  });

  test('the file has one shape and no border inside it', () => {
    expect(landFile().match(/<path/g)).toHaveLength(1);
  });

  test('every ring has two steps or more, each of two numbers: a browser stops drawing at the first that has not', () => {
    const path = / d="([^"]*)"/.exec(landFile())?.[1] ?? '';
    const rings = path.split('z').slice(0, -1);
    const broken = rings.filter((ring) => {
      const [start = '', steps = ''] = ring.split('l');
      const numbers = (text: string) => text.match(/-?\d+/g)?.length ?? 0;
      return numbers(start) !== 2 || numbers(steps) < 4 || numbers(steps) % 2 !== 0;
    });
    expect(rings.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  test('every city lies inside the drawing', () => {
    const outside = cities.filter((city) => {
      const { x, y } = place(city.longitude, city.latitude);
      return x < 0 || y < 0 || x > MAP_WIDTH || y > MAP_HEIGHT;
    });
    expect(outside.map((city) => city.slug)).toEqual([]);
  });

  test('every label names a city that exists', () => {
    const known = new Set(cities.map((city) => city.slug));
    expect(Object.keys(LABELS).filter((slug) => !known.has(slug))).toEqual([]);
  });
});

test('a name cannot become markup on the map', () => {
  const hostile = {
    slug: '"><script>',
    name: '</title><script>',
    longitude: 100,
    latitude: 10,
    role: 'both',
    country: 'TH',
  } as const;
  const markup = pointMarkup([hostile], (city) => city.name, 'm-');
  expect(markup).not.toMatch(/<script|"">/);
  expect(markup).toContain('<title>&#60;/title&#62;&#60;script&#62;</title>');
});

describe('points of a map', () => {
  const point = (
    slug: string,
    country: 'ID' | 'KH' | 'VN',
    role: 'both' | 'needs' | 'practices' | 'nothing',
  ) => ({
    slug,
    name: slug,
    country,
    role,
    longitude: 100,
    latitude: 10,
  });
  const mixed = [
    point('vinh', 'VN', 'both'),
    point('poipet', 'KH', 'nothing'),
    point('medan', 'ID', 'practices'),
    point('bogor', 'ID', 'nothing'),
    point('bandung', 'ID', 'both'),
    point('kampot', 'KH', 'needs'),
  ];

  test('are read by country and name, those with something on record first', () => {
    const read = ['kampot', 'bandung', 'medan', 'vinh', 'poipet', 'bogor'];
    expect(inReadingOrder(mixed).map((city) => city.slug)).toEqual(read);
    const markup = pointMarkup(mixed, (city) => city.name, 'm-');
    expect([...markup.matchAll(/href="\/cities\/([^"]*)"/g)].map((link) => link[1])).toEqual(read);
  });

  test('are painted with the fullest above, before and apart from the links', () => {
    const [painted = '', links = ''] = pointMarkup(mixed, (city) => city.name, 'm-').split('</g>');
    const shapes = [...painted.matchAll(/#m-([a-z]+)"/g)].map((shape) => shape[1]);
    expect(shapes).toEqual(['nothing', 'nothing', 'practices', 'needs', 'both', 'both']);
    expect(links.match(/#m-halo/g)).toHaveLength(mixed.length);
    expect(links).not.toMatch(/#m-(nothing|practices|needs|both)"/);
  });
});
