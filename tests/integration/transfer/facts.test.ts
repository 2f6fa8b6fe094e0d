import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactContent, FactKey } from '#lib/cities/contract.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { removeFact } from '#lib/facts/commands/saying.ts';
import { saveFact, stateFact } from '#lib/facts/commands/writing.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { writeCsv } from '#lib/platform/csv.ts';
import { newId } from '#lib/platform/ids.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { importProfile } from '#lib/transfer/commands/import.ts';
import { exportProfile } from '#lib/transfer/queries/export.ts';
import { factTable } from '#lib/transfer/queries/export-facts.ts';
import { getImport, listRefused, previewFile } from '#lib/transfer/queries/import.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const CITY = 'bandung';
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: true },
  language: 'en',
  requestId: 'test',
};
let own: Context;
let staff: Context;
let desk: Context;

beforeAll(async () => {
  own = (await signIn({ city: CITY }, 'focal-point')).context;
  staff = (await signIn({ city: CITY }, 'staff')).context;
  desk = (await signIn({ city: CITY }, 'focal-point', { isTrial: true })).context;
});
beforeEach(async () => {
  for (const table of ['city_fact', 'city_fact_version', 'city_fact_draft', 'profile_import'])
    await sql`delete from ${sql(table)}`;
});

const look = (text: string, who = own) => previewFile(who, { citySlug: CITY, bytes: Buffer.from(text) });
const check = (text: string, who = own) =>
  checkFile(who, newId(), { citySlug: CITY, bytes: Buffer.from(text) }).then(({ id }) => id);
const take = async (id: string, who = own) =>
  importProfile(who, newId(), { id, stamp: (await getImport(who, { id })).stamp });
const problems = (plan: { rows: { problems: { field: string; code: string }[] }[] }) =>
  plan.rows.map((row) => row.problems.map(({ field, code }) => `${field} ${code}`).join(', '));
const fact = async (key: FactKey, who = own) =>
  (await listOwnFacts(who, { citySlug: CITY })).find((one) => one.key === key);
const area: FactContent = { value: ['167.3250'], year: '2024', sourceTitle: 'BPS', sourceUrl: '' };
const state = (key: FactKey, content: FactContent, version = 0) =>
  stateFact(own, newId(), { citySlug: CITY, key, version, content });
const HEAD = 'fact,value,year,source_title,source_url';

describe('a row of a fact is refused', () => {
  it('with the column that is wrong, and nothing of the file is taken over', async () => {
    const text = [
      HEAD,
      'area,167.3,2024,BPS,',
      'population,many,2999,BPS,javascript:alert(1)',
      'waste,9999999,2024-05,BPS,',
      'coast,mountain,,,',
      'languages,id | klingon,,,',
      'mayor,Somebody,,,',
      'visitors,yes,,,',
      'Visitors,no,,,',
      ',5,,,',
      `area,5,2024,${'x'.repeat(300)},`,
    ].join('\n');
    const id = await check(text);
    const plan = await getImport(own, { id });
    expect(problems(plan)).toEqual([
      '',
      'value wrong-type, year wrong-value, sourceUrl wrong-value',
      'value too-big, year wrong-value',
      'value unknown-value',
      'value unknown-value',
      'fact unknown-fact',
      '',
      'fact repeated',
      'fact required',
      'fact repeated, sourceTitle too-long',
    ]);
    expect(plan.rows[1]).toMatchObject({ line: 3, id: 'population' });
    await expect(take(id)).rejects.toMatchObject({ code: 'invalid' });
    expect((await fact('area'))?.draft).toBeNull();
  });

  it.each([
    ['2,44E+06', 'value wrong-type'],
    ['12-May', 'value wrong-type'],
    ['2024-05-12', 'value wrong-type'],
    ['#VALUE!', 'value no-result, value wrong-type'],
    ['=2444160+1', 'value wrong-type'],
    ['', 'value not-emptied'],
  ])('where a spreadsheet program has made %j of its number', async (cell, problem) => {
    expect(problems(await look(`${HEAD}\npopulation,"${cell}",2020,BPS,`))).toEqual([problem]);
  });

  it('by everybody who does not act for the city, as if it were not there', async () => {
    const other = (await signIn({ city: 'surabaya' }, 'focal-point')).context;
    const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
    for (const who of [visitor, other, officer]) {
      await expect(check(`${HEAD}\narea,1,2024,BPS,`, who)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('facts of a file', () => {
  it('wait as working copies, whoever sends them; the same file again changes nothing', async () => {
    const before = await getCity(visitor, { slug: CITY });
    const text = `\uFEFFFact;Value;Year;Source title;;\r\npopulation;2.506.603;2023;"BPS; Kota";;\r\narea;167,3;2024;BPS;;\r\n`;
    const id = await check(text, staff);
    const plan = await getImport(staff, { id });
    expect(plan.rows.map((row) => [row.id, row.state])).toEqual([
      ['population', 'changed'],
      ['area', 'new'],
    ]);
    expect(await take(id, staff)).toEqual({ new: 1, changed: 1, unchanged: 0, facts: 2 });
    expect(await fact('population')).toMatchObject({
      content: { value: ['2.506.603'], year: '2023', sourceTitle: 'BPS; Kota' },
      draft: { role: 'staff' },
    });
    expect(await getCity(visitor, { slug: CITY })).toEqual(before);
    const again = await look(text);
    expect(new Set(again.rows.map((row) => row.state))).toEqual(new Set(['unchanged']));
    const [audit] = await sql`select after from audit where verb = 'profile.import' order by at desc limit 1`;
    expect(audit?.after.records).toEqual(expect.arrayContaining(['fact:population', 'fact:area']));
    expect(JSON.stringify(audit)).not.toContain('BPS');
  });

  it('are then stated as what is written by hand', async () => {
    await take(await check(`${HEAD}\nwaste,"1.496,3",2024,Dinas LH,`));
    const waiting = await fact('waste');
    await state('waste', waiting?.content ?? area, waiting?.version);
    const city = await getCity(visitor, { slug: CITY });
    expect(city.facts.find(({ key }) => key === 'waste')).toMatchObject({
      value: 1496.3,
      year: 2024,
      origin: 'city',
      source: { title: 'Dinas LH', url: null },
    });
  });

  it('leave a field that has no column, and are no news in other words of the same number', async () => {
    await state('area', area);
    const plan = await look('fact,year\narea,2025');
    expect(plan.rows[0]?.changes).toEqual([{ field: 'year', before: '2024', after: '2025' }]);
    await take(await check('fact,year\narea,2025'));
    expect((await fact('area'))?.content).toEqual({ ...area, year: '2025' });
    const same = await look('fact,value\narea,"167,3250"\npopulation,"2,444,160"');
    expect(same.rows.map((row) => row.state)).toEqual(['unchanged', 'unchanged']);
  });

  it('of a new value never keep the year and source of the one before, nor of a new source the link', async () => {
    await state('area', { ...area, sourceUrl: 'https://old.example/' });
    expect(problems(await look('fact,value\narea,168'))).toEqual(['year required, sourceTitle required']);
    await take(await check('fact,value,year,source_title\narea,168,2025,Survey'));
    expect((await fact('area'))?.content).toEqual({
      value: ['168'],
      year: '2025',
      sourceTitle: 'Survey',
      sourceUrl: '',
    });
  });

  it('of a desk of the trial copy stay at desks', async () => {
    await take(await check(`${HEAD}\narea,170,2024,BPS,`, desk), desk);
    expect((await fact('area', desk))?.content.value).toEqual(['170']);
    expect((await fact('area'))?.draft).toBeNull();
  });

  it('are corrected in a file of refused rows, among records, and then taken over', async () => {
    const text =
      'kind,id,language,title,summary,value,year,source_title\nfact,area,,,,167 km,2024,BPS\npractice,bandung-beside,en,Beside,What,,,\n';
    const id = await check(text);
    const table = await listRefused(own, id, ({ field, code }) => `${field}: ${code}.`);
    expect(table[1]?.slice(0, 4)).toEqual(['2', 'value: wrong-type.', 'fact', 'area']);
    const bytes = Buffer.from(writeCsv(table).replace('167 km', '167'));
    const { id: next } = await checkFile(own, newId(), { citySlug: CITY, bytes, into: id });
    expect(await take(next)).toEqual({ new: 2, changed: 0, unchanged: 0, facts: 1 });
  });
});

describe('between the look and the doing', () => {
  it('a fact that a colleague writes or states is told and not overwritten', async () => {
    const id = await check(`${HEAD}\narea,170,2024,BPS,`);
    const { stamp } = await getImport(own, { id });
    await saveFact(staff, newId(), { citySlug: CITY, key: 'area', version: 0, content: area });
    const asked = importProfile(own, newId(), { id, stamp });
    await expect(asked).rejects.toMatchObject({ code: 'conflict', params: { reason: 'changed' } });
    expect((await fact('area'))?.content).toEqual(area);
    expect((await getImport(own, { id })).rows[0]).toMatchObject({ isChangedSince: true });
  });

  it('of two files at once one is taken over and the other is told', async () => {
    const ids = await Promise.all(['170', '171'].map((value) => check(`${HEAD}\narea,${value},2024,BPS,`)));
    const stamps = await Promise.all(ids.map(async (id) => (await getImport(own, { id })).stamp));
    const done = await Promise.allSettled([
      ...ids.map((id, at) => importProfile(at === 0 ? own : staff, newId(), { id, stamp: stamps[at] ?? '' })),
      saveFact(staff, newId(), { citySlug: CITY, key: 'waste', version: 0, content: area }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const lost = done.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict', params: { reason: 'changed' } });
  });
});

it('go out with year, source, what is being written and what was said before, and come back without a change', async () => {
  await state('area', area);
  await state('area', { ...area, value: ['167.5'] }, 1);
  await saveFact(staff, newId(), {
    citySlug: CITY,
    key: 'waste',
    version: 0,
    content: { value: ['about 1,500'], year: 'last', sourceTitle: '=BPS', sourceUrl: '' },
  });
  await removeFact(own, newId(), { citySlug: CITY, key: 'languages', version: 0 });
  const file = await exportProfile(own, { citySlug: CITY });
  const by = new Map(file.facts.map((one) => [one.fact, one]));
  expect(by.get('area')).toMatchObject({
    value: 167.5,
    year: 2024,
    sourceTitle: 'BPS',
    origin: 'city',
    workingCopy: null,
    history: [
      { value: 167.5, state: 'stated' },
      { value: 167.325, state: 'stated' },
    ],
  });
  expect(by.get('waste')).toMatchObject({ value: 'about 1,500', year: 'last', workingCopy: { version: 1 } });
  expect(by.get('languages')).toMatchObject({ value: null, origin: null });
  expect(file.toldFacts.map((one) => one.fact)).toContain('time-zone');
  const table = factTable(file);
  for (const text of [JSON.stringify(file), writeCsv(table), writeCsv(table, ';')]) {
    const plan = await look(text);
    expect(plan.rows.filter((row) => row.state !== 'unchanged')).toEqual([]);
    expect(plan.rows.filter((row) => row.kind === 'fact')).toHaveLength(6);
    expect(plan.notes.toldFacts).toContain('latitude');
    expect(plan.notes.unknownColumns).toEqual([]);
  }
});
