import { describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';

const { sql } = await testDatabase({ seeded: true });
const reader: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'request-1',
};
const job = jobContext('test');
const wish = {
  recordKind: 'practice' as const,
  recordKey: 'surabaya-3r-kampung',
  wish: 'correction' as const,
  message: 'The year is 2013.',
};

describe('asking for a correction is refused', () => {
  it('for a record that is not there', async () => {
    const asked = askCorrection(reader, newId(), { ...wish, recordKey: 'no-such-practice' });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  it('for a record that the reader may not see', async () => {
    await sql`update need set state = 'withdrawn' where key = 'n-bandung-waste'`;
    const asked = askCorrection(reader, newId(), {
      ...wish,
      recordKind: 'need',
      recordKey: 'n-bandung-waste',
    });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['without a message', { message: ' \u0000 ' }, '/message'],
    ['with a message over 4,000 characters', { message: 'x'.repeat(4001) }, '/message'],
    ['with an address that is none', { email: 'nobody' }, '/email'],
    ['for an unknown wish', { wish: 'praise' as never }, '/wish'],
  ])('%s', async (_name, change, pointer) => {
    const asked = askCorrection(reader, newId(), { ...wish, ...change });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer }] });
  });

  it('and nothing is kept', async () => {
    expect(await listCorrections(job)).toEqual([]);
  });
});

describe('a correction that is asked for', () => {
  const id = newId();

  it('is kept once, also when the form is sent twice at once', async () => {
    await Promise.all([askCorrection(reader, id, wish), askCorrection(reader, id, wish)]);
    const listed = await listCorrections(job);
    expect(listed).toMatchObject([{ recordKey: wish.recordKey, wish: 'correction', message: wish.message }]);
  });

  it('leaves an audit row without the words', async () => {
    const rows = await sql`select * from audit where verb = 'correction.ask'`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor_kind: 'visitor',
      request_id: 'request-1',
      after: { wish: 'correction' },
    });
    expect(JSON.stringify(rows[0])).not.toContain('2013');
  });

  it('leaves an event without the words', async () => {
    const rows = await sql`select * from event where type = 'correction.asked'`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows[0])).not.toContain('2013');
  });

  it('is not for visitors to read', async () => {
    await expect(listCorrections(reader)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes broken surrogates without harm', async () => {
    await askCorrection(reader, newId(), { ...wish, message: 'broken \ud800 text' });
    expect((await listCorrections(job)).at(-1)?.message).toBe('broken \ufffd text');
  });
});
