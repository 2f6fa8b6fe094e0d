import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { removeUnusedFiles, uploadFile } from '#lib/files/commands.ts';
import { KEPT_SIDE, MAX_UPLOAD } from '#lib/files/contract.ts';
import { getFile } from '#lib/files/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const { context } = await signIn({ city: 'da-nang' }, 'staff');
const other = (await signIn({ city: 'hue' }, 'staff')).context;
const trial = (await signIn({ city: 'da-nang' }, 'staff', { isTrial: true })).context;
const visitor = { ...context, actor: { kind: 'visitor' as const, isOnTrialCopy: true } };
const organisationId = context.actor.appointments[0]?.organisationId ?? '';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b6259' } });
const photo = () =>
  plain(3000, 1000)
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '16/1 4/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer();
const put = (bytes: Uint8Array, name = 'photo.jpg', who = context) =>
  uploadFile(who, newId(), { organisationId, name, bytes });
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('an upload is refused', () => {
  it('from a visitor and from another city, before a byte is looked at', async () => {
    const nothing = { organisationId, name: 'x', bytes: new Uint8Array(0) };
    await expect(uploadFile(visitor, newId(), nothing)).rejects.toMatchObject({ code: 'not-found' });
    await expect(uploadFile(other, newId(), nothing)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['more than 10 MB', Buffer.alloc(MAX_UPLOAD + 1), 'too-large'],
    [
      'SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'unknown-type',
    ],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown-type'],
    [
      'a zip bomb',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(50_000_000))]),
      'unknown-type',
    ],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003'), 'unknown-type'],
    ['the first bytes of a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), 'broken'],
  ])('that is %s', async (_, bytes, code) => {
    await expect(put(bytes)).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/file', code }] });
  });

  it('of a 100-megapixel picture that weighs little', async () => {
    const huge = await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    expect(huge.length).toBeLessThan(MAX_UPLOAD);
    await expect(put(huge)).rejects.toMatchObject({ errors: [{ code: 'too-many-pixels' }] });
  });

  it('of half a photo', async () => {
    const whole = await photo();
    await expect(put(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      errors: [{ code: 'broken' }],
    });
  });
});

describe('an upload', () => {
  it('is written anew: smaller, without place and camera', async () => {
    const bytes = await photo();
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Phone');
    const stored = await put(bytes, 'Sông Hàn/..\\ảnh\u202E.jpg');
    expect(stored).toMatchObject({ type: 'image/jpeg', width: KEPT_SIDE, name: 'Sông Hàn .. ảnh .jpg' });
    const kept = await getFile(context, { id: stored.id });
    const data = await sharp(kept.bytes).metadata();
    expect([data.exif, data.width]).toEqual([undefined, KEPT_SIDE]);
  });

  it('with another name than its content counts by its content', async () => {
    expect(await put(await plain(10, 10).png().toBuffer(), 'letter.pdf')).toMatchObject({
      type: 'image/png',
    });
  });

  it('of a polyglot, a picture with a page behind it, loses the page', async () => {
    const polyglot = Buffer.concat([
      await plain(20, 20).jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const { id } = await put(polyglot);
    expect(Buffer.from((await getFile(context, { id })).bytes).includes('<script>')).toBe(false);
  });

  it('pressed twice is kept once, with an audit row that holds no bytes', async () => {
    const command = newId();
    const given = { organisationId, name: 'letter.pdf', bytes: PDF };
    const both = await Promise.all([1, 2].map(() => uploadFile(context, command, given)));
    expect(both[0]).toEqual(both[1]);
    const rows =
      await sql`select after from audit where verb = 'file.upload' and subject_id = ${both[0]?.id ?? ''}`;
    expect(rows.map(({ after }) => after)).toEqual([
      { organisationId, type: 'application/pdf', size: PDF.length },
    ]);
  });
});

describe('a file is seen', () => {
  it('by its own office only, until a record names it, and then by whoever sees the record', async () => {
    const { id } = await put(PDF);
    expect((await getFile(context, { id })).size).toBe(PDF.length);
    for (const stranger of [visitor, other]) {
      await expect(getFile(stranger, { id })).rejects.toMatchObject({ code: 'not-found' });
    }
    await sql`update practice set attachments = array[${id}]::uuid[] where key = 'da-nang-environmental-city'
      or id = (select id from practice p where p.city_id = (select id from city where key = 'da-nang') limit 1)`;
    expect((await getFile(visitor, { id })).id).toBe(id);
    await sql`update practice set state = 'withdrawn' where ${id}::uuid = any (attachments)`;
    await expect(getFile(visitor, { id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await getFile(context, { id })).id).toBe(id);
  });

  it('of the trial copy at a desk of the trial copy only', async () => {
    const { id } = await put(PDF, 'trial.pdf', trial);
    expect((await getFile(trial, { id })).name).toBe('trial.pdf');
    await expect(getFile(context, { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['', 'x', "'; drop table file; --", newId()])('not under %j', async (id) => {
    await expect(getFile(context, { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('what nothing names is removed after a week, and what is named stays', async () => {
  const [unused, used] = [await put(PDF), await put(PDF)];
  await sql`update file set created_at = now() - interval '8 days' where id in (${unused.id}, ${used.id})`;
  await sql`update appointment set letter_file_id = ${used.id} where id = ${context.actor.appointments[0]?.id ?? ''}`;
  expect(await removeUnusedFiles(jobContext('test'), newId(), {})).toEqual({ removed: 1 });
  expect((await getFile(context, { id: used.id })).id).toBe(used.id);
});
