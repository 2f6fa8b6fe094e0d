import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/platform/ids.ts';
import { startPractice } from '#lib/practices/commands/writing.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
let writer: Context;
let alone: Context;
let officer: Context;
let observer: Context;

beforeAll(async () => {
  writer = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  alone = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  observer = (await signIn({ body: 'observer' }, 'observer')).context;
});

describe('starting a practice is refused', () => {
  it.each([
    ['to a visitor', () => visitor],
    ['to another city', () => alone],
    ['to a secretariat', () => officer],
    ['to an observer', () => observer],
  ])('%s, as if the city had none', async (_name, who) => {
    const asked = startPractice(who(), newId(), { citySlug: 'bandung', language: 'en', title: 'A practice' });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['without a title', { title: ' \u0000 ' }, '/title'],
    ['with a title over 200 characters', { title: 'x'.repeat(201) }, '/title'],
    ['in a language that is not of the region', { language: 'fr' as never }, '/language'],
  ])('%s', async (_name, change, pointer) => {
    const asked = startPractice(writer, newId(), {
      citySlug: 'bandung',
      language: 'en',
      title: 'A practice',
      ...change,
    });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer }] });
  });

  it('with a token that only reads', async () => {
    const { actor } = writer;
    if (actor.kind !== 'person') throw new Error('no person');
    const reading: Context = {
      ...writer,
      actor: { ...actor, via: { kind: 'token', tokenId: newId(), scopes: ['read'] } },
    };
    const asked = startPractice(reading, newId(), { citySlug: 'bandung', language: 'en', title: 'A' });
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
