import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { siteStaff } from '#tests/support/site-people.ts';

const base = await siteUrl();
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

function connect(options: { transports?: string[]; headers?: Record<string, string> } = {}): Promise<Socket> {
  const socket = io(base, {
    path: '/realtime',
    reconnection: false,
    forceNew: true,
    transports: options.transports ?? ['websocket'],
    extraHeaders: options.headers ?? {},
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
const emit = (socket: Socket, event: string, payload: unknown): Promise<unknown> =>
  socket.timeout(5000).emitWithAck(event, payload);
const closed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => socket.once('disconnect', (reason) => resolve(reason)));

describe('a socket is refused', () => {
  it.each(['polling', 'websocket'])('to a foreign origin, over %s', async (transport) => {
    const headers = { origin: 'https://evil.example' };
    await expect(connect({ transports: [transport], headers })).rejects.toThrow();
  });

  it('to an upgrade under a foreign path', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'eA==',
    };
    const answer = await ask(base, { target: '/cities', headers }).catch(() => ({ status: 0 }));
    expect(answer.status).not.toBe(101);
  });

  it('and cut off when it sends bytes', async () => {
    const socket = await connect();
    const end = closed(socket);
    socket.emit('match.watch', Buffer.from([1, 2, 3]));
    expect(await end).toMatch(/transport/);
  });

  it('and cut off when it sends more than 64 kB', async () => {
    const socket = await connect();
    const end = closed(socket);
    socket.emit('match.watch', { slug: 'x'.repeat(70_000) });
    expect(await end).toMatch(/transport/);
  });

  it('and cut off when it asks too much', async () => {
    const socket = await connect();
    const end = closed(socket);
    for (let count = 0; count < 40; count += 1) socket.emit('match.watch', { slug: 'bandung' });
    expect(await end).toBe('io server disconnect');
  });
});

describe('an event is answered', () => {
  it('with the problem of an unknown event', async () => {
    expect(await emit(await connect(), 'room.join', {})).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('with the wrong field', async () => {
    expect(await emit(await connect(), 'match.watch', { slug: '' })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', errors: [{ pointer: '/slug', code: 'required' }] },
    });
  });

  it('with not found for a city that is not there, and for every city to whom it is not', async () => {
    const unknown = { ok: false, problem: { code: 'not-found' } };
    expect(await emit(await connect(), 'match.watch', { slug: 'atlantis' })).toMatchObject(unknown);
    expect(await emit(await connect(), 'match.watch', { slug: 'bandung' })).toMatchObject(unknown);
    const { session } = await siteStaff('tacloban');
    const other = await connect({ headers: { cookie: `saling-session=${session}` } });
    expect(await emit(other, 'match.watch', { slug: 'bandung' })).toMatchObject(unknown);
  });

  it('with the city that is watched, over both transports', async () => {
    const { session } = await siteStaff('bandung');
    for (const transport of ['polling', 'websocket']) {
      const headers = { cookie: `saling-session=${session}` };
      const socket = await connect({ transports: [transport], headers });
      expect(await emit(socket, 'match.watch', { slug: 'bandung' })).toEqual({
        ok: true,
        data: { slug: 'bandung', hasChanged: false },
      });
    }
  });

  it('with word that the page is no longer what it was made of', async () => {
    const { session } = await siteStaff('bandung');
    const headers = { cookie: `saling-session=${session}` };
    const page = await (await fetch(`${base}/cities/bandung/matches`, { headers })).text();
    const stamp = /"?stamp\\?":\\?"([0-9a-f]{32})/.exec(page)?.[1];
    const socket = await connect({ headers });
    const watch = (given: string | undefined) =>
      emit(socket, 'match.watch', { slug: 'bandung', stamp: given });
    expect(await watch(stamp)).toMatchObject({ data: { hasChanged: false } });
    expect(await watch('another')).toMatchObject({ data: { hasChanged: true } });
  });
});
