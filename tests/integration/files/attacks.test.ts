import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#tests/support/people.ts';
import { ask } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { atSite } from '#tests/support/site-people.ts';

let base: string;
let own: { cookie: string; organisation: string };
let other: { cookie: string };
beforeAll(async () => {
  base = await siteUrl();
  await atSite(async () => {
    const { token, context } = await signIn({ city: 'kupang' }, 'staff');
    own = {
      cookie: `saling-session=${token}`,
      organisation: context.actor.appointments[0]?.organisationId ?? '',
    };
    other = { cookie: `saling-session=${(await signIn({ city: 'hoi-an' }, 'staff')).token}` };
  });
});

/** Sends a file as a form of a page does. `type` is what the sender claims. */
async function send(bytes: Uint8Array, name = 'photo.jpg', type = 'image/jpeg') {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name, { type }));
  const headers = { cookie: own.cookie };
  const answer = await fetch(`${base}/files?organisation=${own.organisation}`, {
    method: 'POST',
    headers,
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}
const get = (id: string, cookie = own.cookie, query = '') =>
  fetch(`${base}/files/${id}${query}`, { headers: { cookie } });
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b6259' } });
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(50_000_000))]);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const SCRIPT = Buffer.from('<script>alert(document.domain)</script>');

describe('refused, with what is wrong', () => {
  it.each([
    ['a GIF that is a script', Buffer.from('GIF89a/*\u0001\u0000*/=1;alert(1)//'), 'unknown-type'],
    ['a GIF that is a page', Buffer.concat([Buffer.from('GIF89a'), SCRIPT]), 'unknown-type'],
    ['an archive that is a PDF, too', Buffer.concat([zip.subarray(0, 500), PDF]), 'unknown-type'],
    ['a zip bomb', zip, 'unknown-type'],
    [
      'SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
      'unknown-type',
    ],
    ['a page that says it is a photo', Buffer.from('<!doctype html><body onload=alert(1)>'), 'unknown-type'],
  ])('%s', async (_, bytes, code) => {
    const { status, body } = await send(bytes);
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/file', code }]]);
  });

  it('a picture of 100 megapixels that weighs little, several at once', async () => {
    const huge = await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    const answers = await Promise.all([1, 2, 3].map(() => send(huge)));
    for (const { status, body } of answers) {
      expect([status, body.errors[0].code]).toEqual([400, 'too-many-pixels']);
    }
    expect((await fetch(`${base}/api/health`)).status).toBe(200);
  });

  it('a form of megabytes from nobody, before it is read', async () => {
    const target = '/our-city/practices/kupang-anything';
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5000000' };
    const answer = await ask(base, { method: 'POST', target, headers, body: Buffer.alloc(0) }).catch(
      (error) => ({ status: error.code }),
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(answer.status);
  });
});

/** A PNG of 20 by 20 pixels whose data unpack to 50 MB. */
function pngBomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.from('00000014000000140802000000', 'hex');
  const data = deflateSync(Buffer.alloc(50_000_000));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

describe('kept, and harmless', () => {
  it('a photo with a page behind it: only the photo; and not where it was taken', async () => {
    const exif = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '10/1 10/1 0/1', GPSLatitudeRef: 'S' } };
    const photo = await plain(600, 400).jpeg().withExif(exif).toBuffer();
    const { status, body } = await send(Buffer.concat([photo, SCRIPT]), 'x.html', 'text/html');
    expect([status, body.type, body.width]).toEqual([201, 'image/jpeg', 600]);
    for (const query of ['', '?size=small']) {
      const answer = await get(body.id, own.cookie, query);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes('<script>')).toBe(false);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(answer.headers.get('content-type')).toBe(query === '' ? 'image/jpeg' : 'image/webp');
      const again = await fetch(`${base}/files/${body.id}${query}`, {
        headers: { cookie: own.cookie, 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
  });

  it('a PNG whose data unpack to 50 MB: no more than the picture that it says it is', async () => {
    const { status, body } = await send(pngBomb(), 'bomb.png', 'image/png');
    expect([status, body.width, body.height]).toEqual([201, 20, 20]);
    expect(body.size).toBeLessThan(1000);
  });

  it('a PDF that is an archive, too: a download under a policy that allows nothing', async () => {
    const { status, body } = await send(
      Buffer.concat([PDF, zip.subarray(0, 500)]),
      'a.zip',
      'application/zip',
    );
    expect([status, body.type]).toEqual([201, 'application/pdf']);
    const { headers } = await get(body.id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''a.zip",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
  });

  it('of another city’s office: not found, in both sizes and without a session', async () => {
    const { body } = await send(await plain(10, 10).png().toBuffer());
    const asked = [get(body.id, other.cookie), get(body.id, other.cookie, '?size=small'), get(body.id, '')];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await get(body.id)).status).toBe(200);
  });

  it.each([
    ['รถเก็บขยะ.pdf', 'รถเก็บขยะ.pdf'],
    ['အမှိုက်.pdf', 'အမှိုက်.pdf'],
    ['../../etc/passwd', '.. .. etc passwd'],
    ['C:\\temp\\letter.pdf', 'C: temp letter.pdf'],
    ['letter\u202Efdp.exe', 'letter fdp.exe'],
    ["it's (a) *star*.pdf", "it's (a) *star*.pdf"],
    [`${'ก'.repeat(500)}.pdf`, 'ก'.repeat(200)],
    ['\u200B', 'file'],
  ])('under the name %j', async (name, kept) => {
    const { body } = await send(PDF, name);
    expect(body.name).toBe(kept);
    const said = (await get(body.id)).headers.get('content-disposition') ?? '';
    expect(said).toMatch(/^attachment; filename\*=UTF-8''[\w.~!%-]+$/);
    expect(decodeURIComponent(said.split("''")[1] ?? '')).toBe(kept);
  });
});
