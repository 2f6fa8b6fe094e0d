import { randomUUID } from 'node:crypto';
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Context } from '#lib/core/context.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { sessionTokenOf } from '#lib/identity/rules.ts';
import { isHttps } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/log.ts';
import { resolveLanguage } from '#server/http/language.ts';
import { isDirect, type TrialCopy } from '#server/http/trial.ts';
import { tieToSession } from './access.ts';
import { dispatch } from './dispatch.ts';
import type { Acknowledgement, Handler } from './handler.ts';
import { matchingHandlers } from './handlers/matching.ts';
import { refuseHandshake } from './handshake.ts';
import { createRate } from './rate.ts';

const log = logger('realtime');
const LARGEST_MESSAGE = 64 * 1024;
// A client's own; beside them stand the socket's and the two of access.ts.
const MOST_ROOMS = 8;
const OWN_ROOMS = 3;

/** Every event that a client may send, one file per domain. */
const handlers: ReadonlyMap<string, Handler> = new Map(matchingHandlers.map((entry) => [entry.event, entry]));

/** Attaches socket.io to the one HTTP server, beside Next. */
export function createRealtime(server: HttpServer, copy: TrialCopy): Server {
  // Asked at the handshake: Next's upgrade handler sees the same request and may add headers to it.
  const direct = new WeakMap<IncomingMessage, boolean>();
  const io = new Server(server, {
    path: '/realtime',
    destroyUpgrade: false,
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => {
      direct.set(request, isDirect(request, copy));
      const refusal = refuseHandshake(request);
      decide(refusal, refusal === undefined);
    },
  });
  io.engine.on('connection', (raw) => {
    raw.on('data', (message: unknown) => {
      if (typeof message !== 'string') raw.close();
    });
  });
  io.on('connection', (socket) => serve(socket, direct.get(socket.request) ?? false));
  return io;
}

function serve(socket: Socket, isOnTrialCopy: boolean): void {
  const { headers } = socket.request;
  const { language } = resolveLanguage({
    target: '',
    cookie: headers.cookie,
    acceptLanguage: headers['accept-language'],
  });
  const mayAsk = createRate(20, 10_000);
  // Asked for each event: what was allowed at the handshake may be no more.
  const whoAsks = () => actorOf({ session: sessionTokenOf(headers.cookie, isHttps()), isOnTrialCopy });
  const connection = {
    join: (room: string) => {
      if (socket.rooms.size >= MOST_ROOMS + OWN_ROOMS) return;
      void socket.join(room);
    },
    leave: (room: string) => void socket.leave(room),
  };
  socket.onAny((event: unknown, ...rest: unknown[]) => {
    if (!mayAsk()) {
      socket.disconnect(true);
      return;
    }
    const answer = rest.at(-1);
    const payload = typeof answer === 'function' ? rest[0] : undefined;
    const context = async (): Promise<Context> => ({
      actor: await whoAsks(),
      language,
      requestId: randomUUID(),
    });
    void dispatch(handlers, context, connection, String(event), payload).then(
      (acknowledgement: Acknowledgement) => {
        if (typeof answer === 'function') answer(acknowledgement);
      },
    );
  });
  tieToSession(socket, whoAsks).catch((error: unknown) => {
    log.debug({ err: error }, 'nobody knows whose socket this is');
    socket.disconnect(true);
  });
  socket.on('error', (error) => log.debug({ err: error }, 'socket failed'));
}
