import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { getDraft } from '#lib/drafts/queries.ts';
import * as needs from '#lib/needs/commands/writing.ts';
import { newId } from '#lib/platform/ids.ts';
import {
  publishPractice,
  revisePractice,
  savePractice,
  startPractice,
  unpublishPractice,
} from '#lib/practices/commands/writing.ts';
import { getPractice, listPractices } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
let city: Context;
let staff: Context;
let other: Context;
beforeAll(async () => {
  city = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  staff = (await signIn({ city: 'tacloban' }, 'staff')).context;
  other = (await signIn({ city: 'bandung' }, 'focal-point')).context;
});

const FIELDS = { summary: 'Sirens on the shore.', topics: ['disaster-preparedness'] };
const publish = (id: string, version: number) =>
  publishPractice(city, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
async function published(): Promise<string> {
  const title = `Warning sirens ${newId()}`;
  const { id } = await startPractice(city, newId(), { citySlug: 'tacloban', language: 'en', title });
  const { version } = await savePractice(city, newId(), { id, version: 1, fields: FIELDS });
  return (await publish(id, version)).id;
}
/** A compiled practice of the city that it has revised and published as its own. */
async function revised() {
  const { items } = await listPractices(visitor, { city: 'tacloban' });
  const id = items[0]?.id ?? '';
  const before = (await sql`select * from practice where key = ${id}`)[0];
  const draft = await revisePractice(city, newId(), { id });
  const fields = { summary: 'What the city says itself.' };
  const { version } = await savePractice(city, newId(), { id, version: draft.version, fields });
  await publish(id, version);
  return { id, before };
}
const undo = (who: Context, id: string) => unpublishPractice(who, newId(), { id });

describe('publishing is not undone', () => {
  it('by staff, another city or a reader', async () => {
    const id = await published();
    await expect(undo(staff, id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(undo(other, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(undo(visitor, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('after ten minutes, nor once somebody writes on', async () => {
    const [late, taken] = [await published(), await published()];
    await sql`update record_version set at = at - interval '11 minutes' where record_id = (select id from practice where key = ${late})`;
    await expect(undo(city, late)).rejects.toMatchObject({ params: { reason: 'too-late' } });
    await revisePractice(city, newId(), { id: taken });
    await expect(undo(city, taken)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('publishing is undone', () => {
  it('of a new practice: nobody outside finds it, and the text is a draft that can be published again', async () => {
    const id = await published();
    const both = await Promise.allSettled([undo(city, id), undo(city, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(getPractice(visitor, { id })).rejects.toMatchObject({ code: 'not-found' });
    const draft = await getDraft(city, { kind: 'practice', id });
    expect(draft).toMatchObject({ isNew: true, content: FIELDS });
    const [event] =
      await sql`select type from event where payload ->> 'key' = ${id} order by id desc limit 1`;
    expect(event).toEqual({ type: 'practice.removed' });
    await publish(id, draft.version);
    expect((await getPractice(visitor, { id })).summary.text).toBe(FIELDS.summary);
  });

  it('of a revision: what stood there before stands there again, to the letter', async () => {
    const { id, before } = await revised();
    expect((await getPractice(visitor, { id })).summary.text).toBe('What the city says itself.');
    await undo(city, id);
    const after = (await sql`select * from practice where key = ${id}`)[0];
    const { version: _v, updated_at: _u, ...was } = before ?? {};
    expect(after).toMatchObject(was);
    expect(await getDraft(city, { kind: 'practice', id })).toMatchObject({
      isNew: false,
      content: { summary: 'What the city says itself.' },
    });
  });

  it('of a need too', async () => {
    const title = `Siltation ${newId()}`;
    const { id } = await needs.startNeed(city, newId(), { citySlug: 'tacloban', language: 'en', title });
    const fields = { description: 'The port silts up.', topics: ['disaster-preparedness'] };
    const { version } = await needs.saveNeed(city, newId(), { id, version: 1, fields });
    await needs.publishNeed(city, newId(), { id, version, isAgreed: true, approval: 'Sheet 2' });
    await needs.unpublishNeed(city, newId(), { id });
    expect(await sql`select 1 from need where key = ${id}`).toHaveLength(0);
    expect(await getDraft(city, { kind: 'need', id })).toMatchObject({ content: fields });
  });
});
