import { describe, expect, it } from 'vitest';
import { linkActor, readToken, signLink } from '#lib/links/rules.ts';

const now = new Date('2026-11-24T08:00:00Z');
const later = new Date('2026-11-25T08:00:00Z');
const link = { purpose: 'invitation' as const, subject: 'i-1', personId: null, expiresAt: later };
const token = signLink(link);

describe('a link is refused', () => {
  it('for another purpose than it was made for', () => {
    expect(readToken('confirm-profile', token, now)).toEqual({ state: 'unknown' });
  });

  it('once its time is over', () => {
    expect(readToken('invitation', token, later)).toEqual({ state: 'expired' });
  });

  it('when any letter of it was changed', () => {
    for (let place = 0; place < token.length; place += 1) {
      const letter = token[place] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, place)}${letter}${token.slice(place + 1)}`;
      // The last letter of base64 carries spare bits; what it decodes to must still be signed text.
      const read = readToken('invitation', changed, now);
      expect(read, `letter ${place}`).toEqual({ state: 'unknown' });
    }
  });

  it.each(['', '.', 'a.b', 'a.b.c', `${token}.x`, token.replace('.', ''), 'x'.repeat(5000)])(
    'when it is none: %j',
    (given) => {
      expect(readToken('invitation', given, now)).toEqual({ state: 'unknown' });
    },
  );
});

it('says what it is about and to whom it went', () => {
  const given = { ...link, purpose: 'confirm-profile' as const, subject: 'c-1', personId: 'p-1' };
  const read = readToken('confirm-profile', signLink(given), now);
  expect(read).toEqual({ state: 'open', subject: 'c-1', personId: 'p-1' });
  expect(linkActor('confirm-profile', { subject: 'c-1', personId: 'p-1' })).toEqual({
    kind: 'link',
    purpose: 'confirm-profile',
    subject: 'c-1',
    personId: 'p-1',
  });
});
