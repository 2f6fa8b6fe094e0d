import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#tests/support/people.ts';
import { ask } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { atSite } from '#tests/support/site-people.ts';

let base: string;
let cookie: string;
let target: string;
beforeAll(async () => {
  base = await siteUrl();
  const { token, context } = await atSite(() => signIn({ city: 'hanoi' }, 'staff'));
  cookie = `saling-session=${token}`;
  target = `/files?organisation=${context.actor.appointments[0]?.organisationId}`;
});
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const post = (headers: Record<string, string>, body: Buffer = PDF) =>
  ask(base, { method: 'POST', target, headers: { 'content-type': 'application/pdf', ...headers }, body });

describe('an upload over HTTP', () => {
  it('is refused from another site, from nobody, and from another office', async () => {
    for (const headers of [
      { cookie, origin: 'https://evil.example' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await post(headers)).status).toBe(403);
    }
    expect((await post({})).status).toBe(401);
    const foreign = { method: 'POST', target: '/files?organisation=x', headers: { cookie }, body: PDF };
    expect((await ask(base, foreign)).status).toBe(404);
  });

  it('that never ends or is too long is cut before it is read', async () => {
    const answer = await post({ cookie }, Buffer.alloc(11 * 1024 * 1024)).catch((error) => error.code);
    // A server that closes on a body that it did not read may be quicker than its answer.
    if (typeof answer === 'string') expect(['ECONNRESET', 'EPIPE']).toContain(answer);
    else expect(answer.status).toBe(413);
    const endless = await post({ cookie, 'transfer-encoding': 'chunked' });
    expect(endless.status).toBe(411);
  });

  it('of what cannot be kept says why, in the reader’s language', async () => {
    const answer = await post({ cookie, 'accept-language': 'id' }, Buffer.from('<svg/>'));
    expect(answer.status).toBe(400);
    const { errors } = JSON.parse(answer.body);
    expect(errors).toMatchObject([
      { pointer: '/file', code: 'unknown-type', detail: expect.stringContaining('Hanya foto') },
    ]);
  });

  it('is kept and comes back as a download that can do nothing', async () => {
    const answer = await post({ cookie, 'x-file-name': 'letter.pdf' });
    expect(answer.status).toBe(201);
    const { id } = JSON.parse(answer.body);
    const got = await ask(base, { target: `/files/${id}`, headers: { cookie } });
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''letter.pdf",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect((await ask(base, { target: `/files/${id}` })).status).toBe(404);
  });
});
