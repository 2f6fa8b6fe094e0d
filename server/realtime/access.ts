import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { Actor } from '#lib/core/actor.ts';

/** The PostgreSQL channel on which a trigger says, at commit, whose access has ended. */
export const ACCESS_CHANNEL = 'saling_access';

const notice = z.object({ sessionId: z.string().nullable(), personId: z.string().nullable() });

/** Room of all sockets that hang on one session, or on one person's. Clients cannot name them. */
const roomOf = (kind: 'session' | 'person', id: string): string => `access:${kind}:${id}`;

/**
 * Ties a socket to the session that opened it. The actor is asked a second time once the socket can be reached:
 * an end between the first answer and that moment would not be heard.
 */
export async function tieToSession(socket: Socket, whoAsks: () => Promise<Actor>): Promise<void> {
  const actor = await whoAsks();
  if (actor.kind !== 'person' || actor.via.kind !== 'session') return;
  await socket.join([roomOf('session', actor.via.sessionId), roomOf('person', actor.personId)]);
  if ((await whoAsks()).kind !== 'person') socket.disconnect(true);
}

/**
 * Cuts every socket of an ended session, and of a person one of whose roles has ended: it connects again with the
 * rights that are left.
 */
export function cutEnded(io: Server, payload: unknown): void {
  const said = notice.safeParse(payload);
  if (!said.success) return;
  const { sessionId, personId } = said.data;
  if (sessionId !== null) io.in(roomOf('session', sessionId)).disconnectSockets(true);
  if (personId !== null) io.in(roomOf('person', personId)).disconnectSockets(true);
}
