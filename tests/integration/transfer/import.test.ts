import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/platform/ids.ts';
import {
  publishPractice,
  revisePractice,
  savePractice,
  sendPractice,
} from '#lib/practices/commands/writing.ts';
import { getPractice } from '#lib/practices/queries.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { importProfile } from '#lib/transfer/commands/import.ts';
import { getImport, listRefused, previewFile } from '#lib/transfer/queries/import.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const CITY = 'bandung';
const PUBLISHED = 'bandung-kang-pisman';
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const people: Record<string, Context> = { visitor };
let own: Context;
let staff: Context;

beforeAll(async () => {
  own = (await signIn({ city: CITY }, 'focal-point')).context;
  staff = (await signIn({ city: CITY }, 'staff')).context;
  people.other = (await signIn({ city: 'surabaya' }, 'focal-point')).context;
  people.officer = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
  people.ended = (await signIn({ city: CITY }, 'staff', { toOn: '2026-01-31' })).context;
  people.desk = (await signIn({ city: CITY }, 'focal-point', { isTrial: true })).context;
});

const check = (text: string, who = own) =>
  checkFile(who, newId(), { citySlug: CITY, bytes: Buffer.from(text) }).then(({ id }) => id);
const look = (text: string, who = own) => previewFile(who, { citySlug: CITY, bytes: Buffer.from(text) });
const take = async (id: string, who = own) =>
  importProfile(who, newId(), { id, stamp: (await getImport(who, { id })).stamp });
const states = (plan: { rows: { state: string }[] }) => plan.rows.map(({ state }) => state);
const problems = (plan: { rows: { problems: { field: string; code: string }[] }[] }) =>
  plan.rows.map((row) => row.problems.map(({ field, code }) => `${field} ${code}`).join(', '));
const draftOf = async (key: string) => (await sql`select * from record_draft where key = ${key}`)[0];
const title = () => `Rain gardens ${newId()}`;

describe('a file is refused', () => {
  it.each(['visitor', 'other', 'officer', 'ended'])(
    'from %s, as if the city were not there',
    async (name) => {
      const asked = check('language,title,summary\nen,A,B', people[name]);
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('when another one is asked to take over what she did not send', async () => {
    const id = await check(`language,title,summary\nen,${title()},B`);
    for (const who of ['other', 'officer', 'visitor', 'ended', 'desk']) {
      const asked = importProfile(people[who] ?? visitor, newId(), { id, stamp: 'x' });
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('with a row of another city or another world, saying no more than of one that is not there', async () => {
    const ids = ['surabaya-3r-kampung', 'bandungbarat-nothing', 'n-surabaya-x', 'bandung-No Key!'];
    const plan = await look(`id,language,title,summary\n${ids.map((id) => `${id},en,T,S`).join('\n')}`);
    expect(states(plan)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(problems(plan)).toEqual(['id not-found', 'id not-found', 'id not-found', 'id wrong-id']);
    const desk = await look(`id,title\n${PUBLISHED},Another`, people.desk);
    expect(problems({ rows: desk.rows })).toEqual(['id other-world']);
  });

  it('with every wrong field named, and none of it taken over', async () => {
    const good = title();
    const text = [
      'id,language,title,summary,start_year,stage,topics,source_url',
      `,en,${good},Good,2020,,solid-waste,`,
      ',xx,Bad,,1492,gone,no-topic | solid-waste,not an address',
      ',,No language,,,,,',
      ',en,,,,,,',
    ].join('\n');
    const id = await check(text);
    const plan = await getImport(own, { id });
    expect(states(plan)).toEqual(['new', 'refused', 'refused', 'refused']);
    expect(plan.rows[1]?.problems.map(({ field }) => field).sort()).toEqual(
      ['language', 'sourceUrl', 'stage', 'startYear', 'topics'].sort(),
    );
    expect(problems(plan).slice(2)).toEqual(['language required', 'title required']);
    await expect(take(id)).rejects.toMatchObject({ code: 'invalid' });
    const [row] = await sql`select count(*)::int as n from record_draft where content ->> 'title' = ${good}`;
    expect(row?.n).toBe(0);
  });

  it('with the same key or title twice', async () => {
    const same = title();
    expect(
      problems(await look(`id,language,title,summary\nbandung-twice,en,A,B\nbandung-twice,en,C,D`))[1],
    ).toBe('id repeated');
    const first = await check(`language,title,summary\nen,${same},B`);
    await take(first);
    expect(problems(await look(`language,title,summary\nen,${same},B\nen,${same},C`))[1]).toBe('id repeated');
  });
});

describe('what is taken over', () => {
  it('becomes drafts under the given key or one of the title; the same file again changes nothing', async () => {
    const name = title();
    const text = `id,language,title,summary,topics,start_year\nbandung-imported,id,Taman hujan,Apa,drainage | solid-waste,2021\n,en,${name},What,,\n`;
    const id = await check(text, staff);
    expect(await take(id, staff)).toEqual({ new: 2, changed: 0, unchanged: 0 });
    const draft = await draftOf('bandung-imported');
    expect(draft).toMatchObject({
      state: 'draft',
      language: 'id',
      base_version: null,
      written_role: 'staff',
    });
    expect(draft?.content).toMatchObject({
      title: 'Taman hujan',
      topics: ['drainage', 'solid-waste'],
      startYear: 2021,
    });
    expect(states(await look(text))).toEqual(['unchanged', 'unchanged']);
    const [audit] = await sql`select after from audit where verb = 'profile.import' order by at desc limit 1`;
    expect(audit?.after).toMatchObject({ new: 2, changed: 0 });
    const events =
      await sql`select payload from event where type = 'profile.imported' and payload ->> 'key' = ${CITY}`;
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events.at(-1))).not.toContain(name);
    await expect(take(id, staff)).rejects.toMatchObject({ code: 'conflict', params: { reason: 'done' } });
  });

  it('of a published record is a working copy beside it: readers see what they saw', async () => {
    const before = await getPractice(visitor, { id: PUBLISHED });
    const id = await check(`id,summary\n${PUBLISHED},Another summary`);
    const plan = await getImport(own, { id });
    expect(plan.rows[0]?.changes).toEqual([
      { field: 'summary', before: before.summary.text, after: 'Another summary' },
    ]);
    expect(await take(id)).toEqual({ new: 0, changed: 1, unchanged: 0 });
    expect(await getPractice(visitor, { id: PUBLISHED })).toEqual(before);
    const draft = await draftOf(PUBLISHED);
    expect(draft).toMatchObject({ base_version: 1, state: 'draft' });
    expect(draft?.content).toMatchObject({ summary: 'Another summary', title: before.title.text });
  });

  it('goes the ordinary way from there to what everybody reads', async () => {
    const id = await check(
      'id,language,title,summary,topics\nbandung-published-later,en,Later,What,solid-waste',
    );
    await take(id);
    const head = (await signIn({ city: CITY }, 'head-of-office')).context;
    await sendPractice(own, newId(), { id: 'bandung-published-later', version: 1 });
    const again = await look('id,summary\nbandung-published-later,Else');
    expect(problems(again)).toEqual(['id with-office']);
    await publishPractice(head, newId(), { id: 'bandung-published-later', version: 1 });
    const events =
      await sql`select type from event where payload ->> 'key' = 'bandung-published-later' order by sequence`;
    expect(events.map(({ type }) => type).filter((type) => type === 'practice.added')).toHaveLength(1);
    expect((await getPractice(visitor, { id: 'bandung-published-later' })).title.text).toBe('Later');
  });

  it('of a desk of the trial copy stays there', async () => {
    const { desk = visitor } = people;
    const id = await check('id,language,title,summary\nbandung-desk,en,Desk,What', desk);
    await take(id, desk);
    expect(await draftOf('bandung-desk')).toMatchObject({ is_trial: true });
    expect(problems(await look('id,language,title\nbandung-desk,en,Mine'))).toEqual(['id not-found']);
  });
});

describe('between the look and the doing', () => {
  it('a record that was changed is told and not overwritten', async () => {
    const key = 'bandung-meanwhile';
    await take(await check(`id,language,title,summary\n${key},en,Meanwhile,One`));
    const id = await check(`id,summary\n${key},From the file`);
    const { stamp } = await getImport(own, { id });
    await savePractice(staff, newId(), { id: key, version: 1, fields: { summary: 'By a colleague' } });
    const asked = importProfile(own, newId(), { id, stamp });
    await expect(asked).rejects.toMatchObject({ code: 'conflict', params: { reason: 'changed' } });
    expect((await draftOf(key))?.content.summary).toBe('By a colleague');
    const anew = await getImport(own, { id });
    expect(anew.rows[0]).toMatchObject({
      isChangedSince: true,
      changes: [{ field: 'summary', before: 'By a colleague', after: 'From the file' }],
    });
    await importProfile(own, newId(), { id, stamp: anew.stamp });
    const kept =
      await sql`select content from record_version where stage = 'draft' and content ->> 'summary' = 'By a colleague'`;
    expect(kept).toHaveLength(1);
    const stale = savePractice(staff, newId(), { id: key, version: 2, fields: { summary: 'Stale' } });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of two at once with the same records one wins and the other is told', async () => {
    const ids = await Promise.all(
      ['One', 'Two'].map((word) => check(`id,language,title,summary\nbandung-race,en,${word},What`)),
    );
    const stamps = await Promise.all(ids.map(async (id) => (await getImport(own, { id })).stamp));
    const done = await Promise.allSettled(
      ids.map((id, at) => importProfile(at === 0 ? own : staff, newId(), { id, stamp: stamps[at] ?? '' })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = done.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict', params: { reason: 'changed' } });
  });

  it('the same one pressed twice at once is done once', async () => {
    const id = await check('id,language,title,summary\nbandung-pressed,en,Pressed,What');
    const { stamp } = await getImport(own, { id });
    const done = await Promise.allSettled(
      [own, staff].map((who) => importProfile(who, newId(), { id, stamp })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('somebody who opens a record for writing is not passed over', async () => {
    const key = 'bandung-published-later';
    const id = await check(`id,summary\n${key},From the file again`);
    const { stamp } = await getImport(own, { id });
    await revisePractice(staff, newId(), { id: key });
    await expect(importProfile(own, newId(), { id, stamp })).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('refused rows come as a file, and corrected take the places of the wrong ones: then all is done', async () => {
  const good = title();
  const text = `id,language,title,summary,start_year\n,en,${good},"Good, =1",2020\nbandung-wrong,en,=Wrong,What,20x1\n`;
  const id = await check(text);
  const table = await listRefused(own, id, ({ field, code }) => `${field}: ${code}.`);
  expect(table).toEqual([
    ['row', 'refused_because', 'kind', 'id', 'language', 'title', 'summary', 'start_year'],
    ['3', 'startYear: unknown-value.', 'practice', 'bandung-wrong', 'en', '=Wrong', 'What', '20x1'],
  ]);
  const corrected = table
    .map((row) => row.map((cell) => (cell === '20x1' ? '2021' : cell)).join(';'))
    .join('\r\n');
  const bytes = Buffer.from(corrected);
  const { id: next } = await checkFile(own, newId(), { citySlug: CITY, bytes, into: id });
  expect(states(await getImport(own, { id: next }))).toEqual(['new', 'new']);
  expect(await take(next)).toEqual({ new: 2, changed: 0, unchanged: 0 });
  expect((await draftOf('bandung-wrong'))?.content).toMatchObject({ startYear: 2021, title: '=Wrong' });
  const elsewhere = checkFile(people.other ?? visitor, newId(), { citySlug: 'surabaya', bytes, into: id });
  await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
});

it('takes 2,000 records in a few seconds, twice', async () => {
  const line = (at: number, more: string) =>
    `bandung-many-${at},en,Many ${at},${'What was done. '.repeat(20)}${more},solid-waste | drainage,${1950 + (at % 70)}`;
  const table = (more: string) =>
    [
      'id,language,title,summary,topics,start_year',
      ...Array.from({ length: 2000 }, (_, at) => line(at, more)),
    ].join('\n');
  const timed = async (text: string) => {
    const started = performance.now();
    const id = await check(text);
    const checked = performance.now();
    const outcome = await take(id);
    process.stdout.write(
      `2,000 rows: looked at in ${Math.round(checked - started)} ms, done in ${Math.round(performance.now() - checked)} ms.\n`,
    );
    return outcome;
  };
  expect(await timed(table(''))).toEqual({ new: 2000, changed: 0, unchanged: 0 });
  expect(await timed(table('More.'))).toEqual({ new: 0, changed: 2000, unchanged: 0 });
}, 60_000);
