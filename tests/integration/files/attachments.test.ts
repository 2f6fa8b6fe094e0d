import { beforeAll, describe, expect, it } from 'vitest';
import { type Context, jobContext } from '#lib/core/context.ts';
import { listDraftAttachments } from '#lib/drafts/queries.ts';
import { removeUnusedFiles, uploadFile } from '#lib/files/commands.ts';
import { MAX_ATTACHMENTS } from '#lib/files/contract.ts';
import { getFile } from '#lib/files/queries.ts';
import * as needs from '#lib/needs/commands/writing.ts';
import { listNeedAttachments } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import * as practices from '#lib/practices/commands/writing.ts';
import { getOwnPractice, listPracticeAttachments } from '#lib/practices/queries.ts';
import { removeTrial } from '#lib/trial/commands.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const writer = (await signIn({ city: 'da-nang' }, 'focal-point')).context;
const staff = (await signIn({ city: 'da-nang' }, 'staff')).context;
const other = (await signIn({ city: 'hue' }, 'focal-point')).context;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const elsewhere = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
const observer = (await signIn({ body: 'observer' }, 'observer')).context;
const desk = (await signIn({ city: 'da-nang' }, 'focal-point', { isTrial: true })).context;
const visitor: Context = { ...writer, actor: { kind: 'visitor', isOnTrialCopy: true } };
const job = jobContext('test');
const missing = { code: 'not-found' };
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

const put = async (who: typeof writer = writer): Promise<string> => {
  const organisationId = who.actor.appointments[0]?.organisationId ?? '';
  return (await uploadFile(who, newId(), { organisationId, name: 'plan.pdf', bytes: PDF })).id;
};
const entry = (fileId: string, caption = '') => ({ fileId, caption, alt: '' });
const sees = (who: Context, id: string) =>
  getFile(who, { id }).then(
    () => true,
    () => false,
  );

/** A working copy of a practice that has what it needs. */
async function practiceDraft(who: Context = writer): Promise<string> {
  const start = { citySlug: 'da-nang', language: 'en' as const, title: `A practice ${newId()}` };
  const { id } = await practices.startPractice(who, newId(), start);
  const fields = { summary: 'What was done.', topics: ['solid-waste'] };
  await practices.savePractice(who, newId(), { id, version: 1, fields });
  return id;
}
const attach = (id: string, version: number, attachments: unknown, who: Context = writer) =>
  practices.savePractice(who, newId(), { id, version, fields: { attachments } });
const publish = (id: string, version: number, more: object = {}) =>
  practices.publishPractice(writer, newId(), { id, version, isAgreed: true, approval: 'Letter 1', ...more });

describe('a file is not attached', () => {
  let draft: string;
  beforeAll(async () => {
    draft = await practiceDraft();
  });

  it('when it is another city’s, published or not, or nobody’s, or of the trial copy', async () => {
    for (const id of [await put(other), newId(), await put(desk)]) {
      await expect(attach(draft, 2, [entry(id)])).rejects.toMatchObject(missing);
    }
  });

  it('twice, beyond the most, or with a caption of any length', async () => {
    const id = await put();
    const many = Array.from({ length: MAX_ATTACHMENTS + 1 }, () => entry(newId()));
    for (const list of [[entry(id), entry(id)], many, [entry(id, 'x'.repeat(301))], [{ fileId: 'x' }], 'x']) {
      await expect(attach(draft, 2, list)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expect(attach(draft, 2, [entry(id)], other)).rejects.toMatchObject(missing);
    expect(await listDraftAttachments(writer, { kind: 'practice', id: draft })).toEqual([]);
  });

  it('by a second writer on top of the first', async () => {
    const id = await practiceDraft();
    await attach(id, 2, [entry(await put())]);
    const late = attach(id, 2, [entry(await put())], staff);
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('who sees the record sees its files', () => {
  it('a draft’s the own office, a published one’s everybody, a withdrawn one’s the own office again', async () => {
    const id = await practiceDraft();
    const [one, two] = [await put(), await put()];
    await attach(id, 2, [entry(two, 'Second'), entry(one, '  Khởi đầu\n')]);
    const everybody = [visitor, other, officer, observer];
    const outside = () => Promise.all(everybody.map((who) => sees(who, one)));
    expect(await outside()).toEqual([false, false, false, false]);
    expect(await sees(staff, one)).toBe(true);
    await publish(id, 3);
    expect(await outside()).toEqual([true, true, true, true]);
    expect(
      (await listPracticeAttachments(visitor, { id })).map(({ id: file, caption }) => [file, caption]),
    ).toEqual([
      [two, 'Second'],
      [one, 'Khởi đầu'],
    ]);
    await practices.withdrawPractice(writer, newId(), { id });
    expect(await outside()).toEqual([false, false, false, false]);
    await expect(listPracticeAttachments(visitor, { id })).rejects.toMatchObject(missing);
  });

  it('of a need for observers neither visitor nor list; of one for members no observer', async () => {
    const start = { citySlug: 'da-nang', language: 'en' as const, title: `A need ${newId()}` };
    const { id } = await needs.startNeed(writer, newId(), start);
    const file = await put();
    const fields = { description: 'What is wrong.', topics: ['solid-waste'], audience: 'observers' };
    await needs.saveNeed(writer, newId(), {
      id,
      version: 1,
      fields: { ...fields, attachments: [entry(file)] },
    });
    await needs.publishNeed(writer, newId(), { id, version: 2, isAgreed: true, approval: 'Letter 2' });
    const all = () => Promise.all([visitor, observer, other].map((who) => sees(who, file)));
    expect(await all()).toEqual([false, true, true]);
    await needs.changeAudience(writer, newId(), { id, audience: 'members' });
    expect(await all()).toEqual([false, false, true]);
    expect(await listNeedAttachments(other, { id })).toHaveLength(1);
  });

  it('a photo of the signed sheet: the own office and the secretariat that serves it', async () => {
    const id = await practiceDraft();
    const foreign = publish(id, 2, { approvalFileId: await put(other) });
    await expect(foreign).rejects.toMatchObject(missing);
    const sheet = await put();
    await publish(id, 2, { approval: '', approvalFileId: sheet });
    const who = [writer, staff, officer, elsewhere, other, visitor, desk];
    const seen = await Promise.all(who.map((one) => sees(one, sheet)));
    expect(seen).toEqual([true, true, true, false, false, false, false]);
    const { history } = await getOwnPractice(staff, { id });
    expect(history[0]?.approvalFile).toMatchObject({ id: sheet, name: 'plan.pdf' });
  });
});

describe('files that nothing names', () => {
  it('go after a week; what a draft, a version, a record or an approval names stays', async () => {
    const [inDraft, published, dropped, sheet, unused] = await Promise.all([
      put(),
      put(),
      put(),
      put(),
      put(),
    ]);
    await attach(await practiceDraft(), 2, [entry(inDraft)]);
    const id = await practiceDraft();
    await attach(id, 2, [entry(dropped), entry(published)]);
    await publish(id, 3, { approvalFileId: sheet });
    await practices.revisePractice(writer, newId(), { id });
    await attach(id, 1, [entry(published)]);
    await publish(id, 2);
    await sql`update file set created_at = now() - interval '8 days' where id in ${sql([inDraft, published, dropped, sheet, unused])}`;
    await removeUnusedFiles(job, newId(), {});
    const left = await sql<
      { id: string }[]
    >`select id from file where id in ${sql([inDraft, published, dropped, sheet, unused])}`;
    expect(left.map((row) => row.id).sort()).toEqual([inDraft, published, dropped, sheet].sort());
  });

  it('go with the trial copy, which takes no real one along', async () => {
    const [real, tried] = [await put(), await put(desk)];
    const outcome = await removeTrial(job, newId(), { askedBy: null });
    expect(outcome.files).toBeGreaterThan(0);
    const left = await sql<{ id: string }[]>`select id from file where id in ${sql([real, tried])}`;
    expect(left.map((row) => row.id)).toEqual([real]);
    expect(await sql`select 1 from file where is_trial`).toHaveLength(0);
  });
});
