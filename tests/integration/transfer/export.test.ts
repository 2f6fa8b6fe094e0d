import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '#lib/core/context.ts';
import { uploadFile } from '#lib/files/commands.ts';
import { saveNeed, startNeed } from '#lib/needs/commands/writing.ts';
import { writeCsv } from '#lib/platform/csv.ts';
import { newId } from '#lib/platform/ids.ts';
import { revisePractice, savePractice } from '#lib/practices/commands/writing.ts';
import { profileFileSchema } from '#lib/transfer/contract.ts';
import { exportProfile, recordTable } from '#lib/transfer/queries/export.ts';
import { previewFile } from '#lib/transfer/queries/import.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const CITY = 'bandung';
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
let own: Context;
const profile = (who = own) => exportProfile(who, { citySlug: CITY });

beforeAll(async () => {
  own = (await signIn({ city: CITY }, 'staff')).context;
});

it('is refused to everybody else, as if there were no such city', async () => {
  const others = [
    visitor,
    (await signIn({ city: 'surabaya' }, 'focal-point')).context,
    (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context,
    (await signIn({ city: CITY }, 'staff', { toOn: '2026-01-31' })).context,
  ];
  for (const who of others) await expect(profile(who)).rejects.toMatchObject({ code: 'not-found' });
});

it('holds all records with their state, audience and version, as its schema says', async () => {
  const { id } = await startNeed(own, newId(), { citySlug: CITY, language: 'id', title: '=Pompa' });
  await saveNeed(own, newId(), { id, version: 1, fields: { audience: 'members', topics: ['drainage'] } });
  const revised = await revisePractice(own, newId(), { id: 'bandung-kang-pisman' });
  const fields = { summary: 'Another summary', caveat: '-1' };
  await savePractice(own, newId(), { id: 'bandung-kang-pisman', version: revised.version, fields });
  const file = JSON.parse(JSON.stringify(await profile()));
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(profileFileSchema));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  const [count] =
    await sql`select count(*)::int as n from practice p join city c on c.id = p.city_id where c.key = ${CITY}`;
  expect(file.practices).toHaveLength(count?.n);
  const practice = file.practices.find((one: { id: string }) => one.id === 'bandung-kang-pisman');
  expect(practice).toMatchObject({
    state: 'published',
    version: 1,
    audience: 'public',
    workingCopy: { state: 'draft' },
    fields,
  });
  expect(practice.published.fields.summary).not.toBe('Another summary');
  expect(file.needs.find((one: { id: string }) => one.id === id)).toMatchObject({
    state: 'draft',
    version: 0,
    language: 'id',
    published: null,
    fields: { title: '=Pompa', audience: 'members' },
  });
  expect(file.facts[0]).toMatchObject({ fact: 'population', value: 2444160, origin: 'compiled' });
  expect(file.facts[0].sourceTitle).toContain('GeoNames');
  expect(JSON.stringify(file)).not.toContain('@office.example');
});

it('names photos and documents of what the city says, with checksum and address; they are not brought back', async () => {
  const { context } = await signIn({ city: CITY }, 'staff');
  const organisationId = context.actor.appointments[0]?.organisationId ?? '';
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const { id: fileId } = await uploadFile(context, newId(), { organisationId, name: 'Pompa.pdf', bytes });
  const { id } = await startNeed(own, newId(), { citySlug: CITY, language: 'id', title: 'Pompa foto' });
  const attachments = [{ fileId, caption: 'Pompa', alt: 'Sebuah pompa' }];
  await saveNeed(own, newId(), { id, version: 1, fields: { attachments } });
  const file = await profile();
  const need = file.needs.find((one) => one.id === id);
  expect(need?.attachments).toEqual([
    {
      name: 'Pompa.pdf',
      type: 'application/pdf',
      size: bytes.length,
      checksum: createHash('sha256').update(bytes).digest('hex'),
      address: expect.stringMatching(new RegExp(`^http://[^/]+/files/${fileId}$`)),
      caption: 'Pompa',
      alt: 'Sebuah pompa',
    },
  ]);
  const plan = await previewFile(own, { citySlug: CITY, bytes: Buffer.from(JSON.stringify(file)) });
  expect(plan.notes.leftOut).toEqual(['city', 'standing', 'attachments']);
  expect(plan.rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
});

it('comes back without a change: as JSON, and as tables with commas and with semicolons', async () => {
  const file = await profile();
  const files = [
    JSON.stringify(file),
    writeCsv(recordTable('practice', file)),
    writeCsv(recordTable('need', file)),
    writeCsv(recordTable('practice', file), ';'),
  ];
  for (const text of files) {
    const plan = await previewFile(own, { citySlug: CITY, bytes: Buffer.from(text) });
    expect(plan.rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(plan.rows.length).toBeGreaterThan(0);
    expect(plan.notes.unknownColumns).toEqual([]);
  }
  expect(writeCsv(recordTable('need', file))).toContain("'=Pompa");
});

it('comes back without a change for every city of the sample data', async () => {
  const cities = await sql<{ key: string }[]>`
    select distinct c.key from city c join practice p on p.city_id = c.id order by 1`;
  const wrong: string[] = [];
  for (const { key: citySlug } of cities) {
    const who = (await signIn({ city: citySlug }, 'staff')).context;
    const file = await exportProfile(who, { citySlug });
    const plan = await previewFile(who, {
      citySlug,
      bytes: Buffer.from(writeCsv(recordTable('practice', file))),
    });
    wrong.push(...plan.rows.filter(({ state }) => state !== 'unchanged').map(({ id }) => id));
  }
  expect(wrong).toEqual([]);
  expect(cities.length).toBeGreaterThan(20);
});
