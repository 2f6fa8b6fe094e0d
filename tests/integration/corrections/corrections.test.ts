import { describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import type { SalingError } from '#lib/core/errors.ts';
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
    ['with a message of letters without width', { message: '\u200b\u2060\u00ad' }, '/message'],
    ['with a message of signs', { message: '...!!! 🌊' }, '/message'],
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
    expect(listed).toMatchObject([
      { recordKey: wish.recordKey, wish: 'correction', message: wish.message, isTrial: false },
    ]);
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

describe('from one place', () => {
  const from = (sender: string): Context => ({ ...reader, sender });
  const ask = (sender: string) => askCorrection(from(sender), newId(), wish);

  it('at most ten an hour are taken, also when they come at once; others are not held up', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 14 }, () => ask('one')));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(ask('one')).rejects.toMatchObject({ code: 'too-many' });
    await expect(ask('other')).resolves.toBeDefined();
  });

  it('the refusal says when to come back, and then it is taken', async () => {
    const refused = await ask('one').catch((error: SalingError) => error);
    const seconds = Number((refused as SalingError).params.retryAfter);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3600);
    await sql`update turn set hour = hour - interval '1 hour'`;
    await expect(ask('one')).resolves.toBeDefined();
  });

  it('what was kept once counts once, and a wrong one does not count', async () => {
    const id = newId();
    for (let time = 0; time < 12; time += 1) await askCorrection(from('third'), id, wish);
    const wrong = { ...wish, recordKey: 'no-such-practice' };
    for (let time = 0; time < 12; time += 1) {
      await expect(askCorrection(from('third'), newId(), wrong)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(ask('third')).resolves.toBeDefined();
  });

  it('only digests and numbers are kept, for a day', async () => {
    const rows = await sql`select * from turn`;
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
    await sql`update turn set hour = hour - interval '2 days'`;
    await ask('fourth');
    expect(await sql`select * from turn`).toHaveLength(1);
    await sql`delete from correction`;
  });
});
