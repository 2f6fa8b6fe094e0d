import { describe, expect, it } from 'vitest';
import { backTo } from '#app/offices/back.ts';
import { outcomeQuery, readOutcome } from '#components/desk/outcome.ts';
import { officeReference, referenceOf } from '#lib/identity/rules.ts';

describe('an office by its short name', () => {
  it.each([
    '',
    'bandung',
    'city:',
    'city:Bandung Raya',
    'observer:',
    'secretariat',
    'city',
    'chair:x',
    'x:y',
  ])('is not %j', (text) => {
    expect(officeReference(text)).toBeNull();
  });

  it.each([
    ['city:bandung', { kind: 'city-office', slug: 'bandung' }],
    [' AGMF ', { kind: 'secretariat', forum: 'AGMF' }],
    ['mgmac', { kind: 'secretariat', forum: 'MGMAC' }],
    ['chair', { kind: 'chair' }],
    ['observer: World  Bank: Asia', { kind: 'observer', name: 'World Bank: Asia' }],
  ])('is %j', (text, reference) => {
    expect(officeReference(text)).toEqual(reference);
  });

  it('is the same the other way round', () => {
    const office = { kind: 'city-office' as const, name: 'Bandung', citySlug: 'bandung', forum: null };
    expect(referenceOf(office)).toBe('city:bandung');
    expect(referenceOf({ ...office, kind: 'observer', name: 'World Bank' })).toBe('observer:World Bank');
  });
});

describe('what a press on the desk did', () => {
  const id = '0195b7c0-0000-7000-8000-000000000002';

  it('stands in the address and is read back', () => {
    const query = Object.fromEntries(new URLSearchParams(outcomeQuery('confirm', [id], ['held', 'held'])));
    expect(readOutcome(query)).toEqual({
      did: 'confirm',
      count: 1,
      refused: [{ reason: 'held', count: 2 }],
      undo: 'unconfirm',
      ids: [id],
    });
  });

  it.each([{}, { did: 'sell' }, { did: ['confirm'] }])('is nothing in %j', (query) => {
    expect(readOutcome(query)).toBeNull();
  });

  it('names no rows where nothing can be undone, and more than an address holds', () => {
    const many = Array.from({ length: 101 }, () => id);
    for (const [did, ids] of [
      ['resend', [id]],
      ['invite', many],
    ] as const) {
      const outcome = readOutcome(Object.fromEntries(new URLSearchParams(outcomeQuery(did, ids, []))));
      expect(outcome).toMatchObject({ count: ids.length, ids: [] });
    }
  });

  it('takes no id and no reason that is none', () => {
    const outcome = readOutcome({ did: 'confirm', ids: '<script>', left: '<b>.1,held.1000,held' });
    expect(outcome).toMatchObject({ ids: [], refused: [] });
  });
});

describe('the page that a button leads back to', () => {
  it.each(['//evil.example', 'https://evil.example', '/desk/../x', '/try', '', '/appointments/x'])(
    'is home for %j',
    (page) => {
      expect(backTo(page, { done: 'ended' })).toBe('/');
    },
  );

  it('is one of ours, with what to say there', () => {
    expect(backTo('/desk', { done: 'ended' })).toBe('/desk?done=ended');
    expect(backTo('/our-city/people', {})).toBe('/our-city/people');
  });
});
