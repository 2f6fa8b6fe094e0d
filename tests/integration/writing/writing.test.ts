import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { getDraft, listDrafts } from '#lib/drafts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import {
  confirmPractice,
  discardPractice,
  publishPractice,
  restorePractice,
  revisePractice,
  savePractice,
  sendPractice,
  startPractice,
  takeBackPractice,
  withdrawPractice,
} from '#lib/practices/commands/writing.ts';
import { getOwnPractice, getPractice, listPractices } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
let writer: Context;
let head: Context;
let deputy: Context;
let staff: Context;
let alone: Context;
let officer: Context;
let observer: Context;

beforeAll(async () => {
  writer = (await signIn({ city: 'bandung' }, 'focal-point')).context;
  head = (await signIn({ city: 'bandung' }, 'head-of-office')).context;
  deputy = (await signIn({ city: 'bandung' }, 'deputy')).context;
  staff = (await signIn({ city: 'bandung' }, 'staff')).context;
  alone = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  observer = (await signIn({ body: 'observer' }, 'observer')).context;
});

const FIELDS = {
  summary: 'Households hand over organic waste at the door three times a week.',
  problem: 'The landfill is full.',
  topics: ['zero-waste', 'solid-waste'],
  evidence: 'measured',
  startYear: '2024',
  spokenLanguages: ['id', 'en'],
};
const started = async (by: Context, citySlug = 'bandung', title = `Door to door ${newId()}`) => {
  const { id } = await startPractice(by, newId(), { citySlug, language: 'en', title });
  return id;
};
/** A complete working copy, saved once. */
const complete = async (by: Context, citySlug = 'bandung') => {
  const id = await started(by, citySlug);
  const { version } = await savePractice(by, newId(), { id, version: 1, fields: FIELDS });
  return { id, version };
};
const published = async () => {
  const { id, version } = await complete(writer);
  await sendPractice(writer, newId(), { id, version });
  await publishPractice(head, newId(), { id, version });
  return id;
};
const audits = (verb: string, id: string) =>
  sql`select a.* from audit a where verb = ${verb} and subject_id in
    (select id::text from record_draft where key = ${id} union select id::text from practice where key = ${id})`;
const events = (type: string, key: string) =>
  sql`select * from event where type = ${type} and payload ->> 'key' = ${key}`;

describe('a working copy', () => {
  it('has an address made of its title, numbered where it is taken', async () => {
    const title = 'Kang Pisman: reduce, separate, use – Đà Nẵng too';
    const ids = await Promise.all([started(writer, 'bandung', title), started(deputy, 'bandung', title)]);
    expect(ids.sort()).toEqual([
      'bandung-kang-pisman-reduce-separate-use-da-nang-too',
      'bandung-kang-pisman-reduce-separate-use-da-nang-too-2',
    ]);
    expect(await started(writer, 'bandung', 'ขยะอินทรีย์')).toBe('bandung-practice');
  });

  it('is there for its own office only, staff included', async () => {
    const id = await started(staff);
    expect(await getDraft(deputy, { kind: 'practice', id })).toMatchObject({ id, writtenRole: 'staff' });
    for (const other of [visitor, alone, officer, observer]) {
      await expect(getDraft(other, { kind: 'practice', id })).rejects.toMatchObject({ code: 'not-found' });
      await expect(listDrafts(other, { citySlug: 'bandung' })).rejects.toMatchObject({ code: 'not-found' });
      const saved = savePractice(other, newId(), { id, version: 1, fields: { summary: 'Mine.' } });
      await expect(saved).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('is in no list, count, facet and page, not even for its writer', async () => {
    const before = await listPractices(writer, {});
    const { id } = await complete(writer);
    expect(await listPractices(writer, {})).toEqual(before);
    await expect(getPractice(writer, { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps what is saved, also twice with one id, and says when', async () => {
    const id = await started(writer);
    const command = newId();
    const input = { id, version: 1, fields: { summary: 'Three times a week.', startYear: '2021' } };
    const saved = await savePractice(writer, command, input);
    expect(saved).toMatchObject({ id, version: 2 });
    expect(await savePractice(writer, command, { ...input, fields: { summary: 'Other.' } })).toEqual(saved);
    const draft = await getDraft(writer, { kind: 'practice', id });
    expect(draft.content).toMatchObject({ summary: 'Three times a week.', startYear: 2021 });
  });

  it.each([
    ['a text that is too long', { problem: 'x'.repeat(10_001) }, '/problem'],
    ['a year that is none', { startYear: '20x4' }, '/startYear'],
    ['an unknown choice', { stage: 'failed' }, '/stage'],
    ['a link that is none', { sourceUrl: 'javascript:alert(1)' }, '/sourceUrl'],
    ['a field that it has not', { isTrial: true }, '/isTrial'],
    ['an unknown language', { spokenLanguages: ['xx'] }, '/spokenLanguages/0'],
  ])('refuses %s', async (_name, fields, pointer) => {
    const id = await started(writer);
    const saved = savePractice(writer, newId(), { id, version: 1, fields });
    await expect(saved).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer }] });
  });

  it.each([
    ['10,000 letters', 'ก'.repeat(10_000)],
    ['markup', '<script>alert(1)</script> & "quotes"'],
    ['right to left', 'نفايات عضوية \u202Eabc'],
    ['Burmese', 'အမှိုက်စွန့်ပစ်ခြင်း'],
  ])('keeps %s as it is', async (_name, problem) => {
    const id = await started(writer);
    await savePractice(writer, newId(), { id, version: 1, fields: { problem } });
    expect((await getDraft(writer, { kind: 'practice', id })).content.problem).toBe(problem);
  });

  it('follows its title while nothing is published, and the old address leads on', async () => {
    const old = await started(writer, 'bandung', 'First name of it');
    const fields = { title: 'Second name of it' };
    expect(await savePractice(writer, newId(), { id: old, version: 1, fields })).toMatchObject({ id: old });
    const { id } = await savePractice(writer, newId(), { id: old, version: 2, fields, isStepDone: true });
    expect(id).toBe('bandung-second-name-of-it');
    expect(await getDraft(writer, { kind: 'practice', id: old })).toMatchObject({ id });
    expect(await started(writer, 'bandung', 'First name of it')).not.toBe(old);
  });

  it('is deleted by those who speak for the city; staff deletes only her own', async () => {
    const id = await started(writer);
    await expect(discardPractice(staff, newId(), { id })).rejects.toMatchObject({ code: 'not-allowed' });
    await discardPractice(deputy, newId(), { id });
    await expect(getDraft(writer, { kind: 'practice', id })).rejects.toMatchObject({ code: 'not-found' });
    const own = await started(staff);
    await discardPractice(staff, newId(), { id: own });
  });
});

describe('two who write at once', () => {
  it('lose nothing where they write different fields', async () => {
    const id = await started(writer);
    await savePractice(writer, newId(), { id, version: 1, fields: { problem: 'Hers.' } });
    await savePractice(deputy, newId(), { id, version: 1, fields: { actions: 'His.' } });
    expect((await getDraft(writer, { kind: 'practice', id })).content).toMatchObject({
      problem: 'Hers.',
      actions: 'His.',
    });
  });

  it('meet in the same field: the second learns which, and nothing of hers is saved', async () => {
    const id = await started(writer);
    const save = (by: Context, problem: string) =>
      savePractice(by, newId(), { id, version: 1, fields: { problem, actions: problem } });
    const done = await Promise.allSettled([save(writer, 'Hers.'), save(deputy, 'His.')]);
    const refused = done.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      reason: {
        code: 'conflict',
        params: { version: 2 },
        errors: [{ pointer: '/problem' }, { pointer: '/actions' }],
      },
    });
    const { content } = await getDraft(writer, { kind: 'practice', id });
    expect(content.problem).toBe(content.actions);
  });

  it('agree where both wrote the same', async () => {
    const id = await started(writer);
    await savePractice(writer, newId(), { id, version: 1, fields: { problem: 'Same.' } });
    await savePractice(deputy, newId(), { id, version: 1, fields: { problem: 'Same.\r\n' } });
  });

  it('leave the earlier text among the versions', async () => {
    const id = await started(writer);
    await savePractice(writer, newId(), { id, version: 1, fields: { problem: 'Hers.' } });
    await savePractice(deputy, newId(), { id, version: 2, fields: { problem: 'His.' } });
    const rows = await sql`select v.content from record_version v join record_draft d on d.id = v.record_id
      where d.key = ${id} and v.version = 2`;
    expect(rows).toMatchObject([{ content: { problem: 'Hers.' } }]);
  });
});

describe('the mayor’s office', () => {
  it('gets nothing that is incomplete', async () => {
    const id = await started(writer);
    await expect(sendPractice(writer, newId(), { id, version: 1 })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/summary' }, { pointer: '/topics' }],
    });
  });

  it('gets nothing from staff, and nothing that was changed meanwhile', async () => {
    const { id, version } = await complete(writer);
    await expect(sendPractice(staff, newId(), { id, version })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(sendPractice(writer, newId(), { id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('reads what nobody changes meanwhile, until it is taken back', async () => {
    const { id, version } = await complete(writer);
    await sendPractice(writer, newId(), { id, version });
    const late = { id, version, fields: { problem: 'Late.' } };
    await expect(savePractice(deputy, newId(), late)).rejects.toMatchObject({ code: 'conflict' });
    await expect(sendPractice(writer, newId(), { id, version })).rejects.toMatchObject({ code: 'conflict' });
    await takeBackPractice(head, newId(), { id });
    await savePractice(deputy, newId(), late);
    expect(await audits('practice.take-back', id)).toHaveLength(1);
  });
});

describe('the mayor’s office publishes', () => {
  it.each([
    ['with an empty field, as a form sends it', '', false],
    ['with the sheet it has signed', 'Sheet 7/2026', true],
  ])('%s, and the trail says whether it was on paper', async (_how, approval, isOnPaper) => {
    const { id, version } = await complete(writer);
    await sendPractice(writer, newId(), { id, version });
    await publishPractice(head, newId(), { id, version, approval });
    const [row] = await audits('practice.publish', id);
    expect(row?.after).toMatchObject({ isOnPaper });
    const { history } = await getOwnPractice(head, { id });
    expect(history[0]?.approval).toBe(isOnPaper ? approval : null);
  });
});

describe('publishing is refused', () => {
  it('to the writer, to staff and to others, where the city has two people', async () => {
    const { id, version } = await complete(writer);
    await sendPractice(writer, newId(), { id, version });
    const said = { id, version, isAgreed: true, approval: 'Sheet 12/2026' };
    for (const who of [writer, deputy, staff]) {
      await expect(publishPractice(who, newId(), said)).rejects.toMatchObject({ code: 'not-allowed' });
    }
    for (const who of [visitor, alone, officer]) {
      await expect(publishPractice(who, newId(), said)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('to the mayor’s office before it was sent, and after it sent it itself', async () => {
    const { id, version } = await complete(writer);
    await expect(publishPractice(head, newId(), { id, version })).rejects.toMatchObject({ code: 'conflict' });
    await sendPractice(head, newId(), { id, version });
    await expect(publishPractice(head, newId(), { id, version })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('to the only one, unless she says that the office agrees and where the sheet is', async () => {
    const { id, version } = await complete(alone, 'tacloban');
    await expect(publishPractice(alone, newId(), { id, version })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/isAgreed' }, { pointer: '/approval' }],
    });
  });

  it('with a topic that is none', async () => {
    const id = await started(alone, 'tacloban');
    const fields = { ...FIELDS, topics: ['no-such-topic'] };
    const { version } = await savePractice(alone, newId(), { id, version: 1, fields });
    const asked = publishPractice(alone, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/topics' }] });
  });
});

describe('a practice that is published', () => {
  it('is the statement of its city for everybody, once, also when pressed twice at once', async () => {
    const { id, version } = await complete(writer);
    await sendPractice(writer, newId(), { id, version });
    const command = newId();
    await Promise.all([
      publishPractice(head, command, { id, version }),
      publishPractice(head, command, { id, version }),
    ]);
    expect(await getPractice(visitor, { id })).toMatchObject({
      id,
      origin: 'city',
      version: 1,
      evidence: 'self-reported',
      confirmedAt: expect.any(String),
      startYear: 2024,
    });
    expect(await audits('practice.publish', id)).toMatchObject([
      { actor_kind: 'person', after: { state: 'published', version: 1 } },
    ]);
    expect(await events('practice.added', id)).toHaveLength(1);
    await expect(getDraft(writer, { kind: 'practice', id })).rejects.toMatchObject({ code: 'not-found' });
    const again = { id, version };
    await expect(publishPractice(head, newId(), again)).rejects.toMatchObject({
      code: 'conflict',
      params: { reason: 'published' },
    });
    await expect(publishPractice(alone, newId(), again)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves no word of it in audit trail and events', async () => {
    const id = await published();
    const rows =
      await sql`select * from audit where subject_id = (select id::text from practice where key = ${id})`;
    const sent = await sql`select * from event where payload ->> 'key' = ${id}`;
    expect(JSON.stringify([...rows, ...sent])).not.toContain('landfill');
  });

  it('is published by the only one with the sheet on record', async () => {
    const { id, version } = await complete(alone, 'tacloban');
    await publishPractice(alone, newId(), { id, version, isAgreed: true, approval: 'Sheet 12/2026' });
    const { history } = await getOwnPractice(alone, { id });
    expect(history[0]).toMatchObject({ stage: 'published', version: 1, approval: 'Sheet 12/2026' });
  });

  it('stays as it is while it is being revised, then changes', async () => {
    const id = await published();
    const [one, two] = await Promise.all([
      revisePractice(writer, newId(), { id }).catch(() => null),
      revisePractice(deputy, newId(), { id }).catch(() => null),
    ]);
    expect(one ?? two).toMatchObject({ id, version: 1 });
    const fields = { summary: 'Changed.', title: 'Another title' };
    const saved = await savePractice(writer, newId(), { id, version: 1, fields, isStepDone: true });
    expect(saved.id).toBe(id);
    expect((await getPractice(visitor, { id })).summary.text).toBe(FIELDS.summary);
    await sendPractice(writer, newId(), { id, version: saved.version });
    await publishPractice(head, newId(), { id, version: saved.version });
    expect(await getPractice(visitor, { id })).toMatchObject({ version: 2, summary: { text: 'Changed.' } });
    expect(await events('practice.changed', id)).toHaveLength(1);
  });

  it('is found by its own people under the address that it had as a draft', async () => {
    const old = await started(alone, 'tacloban', `Earlier name ${newId()}`);
    const fields = { ...FIELDS, title: `Later name ${newId()}` };
    const saved = await savePractice(alone, newId(), { id: old, version: 1, fields, isStepDone: true });
    const { id, version } = saved;
    await publishPractice(alone, newId(), { id, version, isAgreed: true, approval: 'Sheet 3' });
    expect((await getOwnPractice(alone, { id: old })).record.id).toBe(id);
    await expect(getOwnPractice(writer, { id: old })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps what was compiled among its versions', async () => {
    const id = 'tacloban-zero-waste';
    const compiled = (await getPractice(visitor, { id })).summary.text;
    const { version } = await revisePractice(alone, newId(), { id });
    const fields = { summary: 'Our own words.' };
    const saved = await savePractice(alone, newId(), { id, version, fields });
    const said = { id, version: saved.version, isAgreed: true, approval: 'Sheet 4' };
    await publishPractice(alone, newId(), said);
    const { history } = await getOwnPractice(alone, { id });
    const published = history.filter((one) => one.stage === 'published');
    expect(published.map((one) => one.content.summary).sort()).toEqual(['Our own words.', compiled].sort());
  });

  it('can be made of what was compiled, and the data files no longer change it', async () => {
    const key = 'bandung-kang-pisman';
    await confirmPractice(writer, newId(), { id: key });
    expect(await getPractice(visitor, { id: key })).toMatchObject({ origin: 'city' });
  });

  it('is withdrawn and restored by those who speak for the city', async () => {
    const id = await published();
    for (const who of [visitor, alone, officer]) {
      await expect(withdrawPractice(who, newId(), { id })).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(withdrawPractice(staff, newId(), { id })).rejects.toMatchObject({ code: 'not-allowed' });
    const before = await listPractices(visitor, {});
    await withdrawPractice(writer, newId(), { id });
    for (const who of [visitor, writer]) {
      await expect(getPractice(who, { id })).rejects.toMatchObject({ code: 'not-found' });
      expect((await listPractices(who, {})).total).toBe(before.total - 1);
    }
    expect(await events('practice.removed', id)).toHaveLength(1);
    await expect(withdrawPractice(writer, newId(), { id })).rejects.toMatchObject({ code: 'conflict' });
    await restorePractice(head, newId(), { id });
    expect((await listPractices(visitor, {})).total).toBe(before.total);
  });
});
