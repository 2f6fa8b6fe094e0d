import { describe, expect, it } from 'vitest';
import { contextFit, type Place } from '#lib/matching/listing/context-fit.ts';

const at = new Date('2026-11-24T00:00:00Z');
const place = (fields: Partial<Place>): Place => ({
  country: 'ID',
  population: 2_400_000,
  isCoastal: false,
  timeZone: 'Asia/Jakarta',
  languages: ['id'],
  ...fields,
});

describe('how two cities compare', () => {
  it('says unknown where a figure or a coast is not on record, never same', () => {
    const fit = contextFit(place({ population: null, isCoastal: null }), place({ population: null }), at);
    expect(fit.size.relation).toBe('unknown');
    expect(fit.coast.relation).toBe('unknown');
  });

  it('compares clocks, not names of zones, to the half hour', () => {
    const time = (timeZone: string) => contextFit(place({}), place({ timeZone }), at).time.relation;
    expect(time('Asia/Bangkok')).toBe('same');
    expect(time('Asia/Yangon')).toBe('different');
  });

  it('tells the same languages from one in common and from none', () => {
    const languages = (other: string[]) =>
      contextFit(place({ languages: ['ms', 'en'] }), place({ languages: other }), at).languages;
    expect(languages(['en', 'ms']).relation).toBe('same');
    expect(languages(['en', 'zh'])).toMatchObject({ relation: 'shared', shared: ['en'] });
    expect(languages(['km']).relation).toBe('different');
  });

  it('compares size by band', () => {
    const size = (population: number) => contextFit(place({}), place({ population }), at).size.relation;
    expect(size(1_000_000)).toBe('same');
    expect(size(119_000)).toBe('different');
  });

  it('is the same seen from the other side, sides exchanged', () => {
    const one = place({ country: 'KH', languages: ['km'], isCoastal: true });
    const there = contextFit(one, place({}), at);
    const back = contextFit(place({}), one, at);
    expect(back.coast.relation).toBe(there.coast.relation);
    expect([back.coast.own, back.coast.other]).toEqual([there.coast.other, there.coast.own]);
    expect(back.isSameCountry).toBe(false);
  });
});
