'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { takeSession } from '#app/request/session.ts';
import { endSession } from '#lib/identity/commands/sessions.ts';
import { newId } from '#lib/platform/ids.ts';

/** Ends the session that asks, here and in the database. A desk of the trial copy is left for the choice of desks. */
export async function leave(): Promise<void> {
  const context = await readerContext();
  const { actor } = context;
  const isPerson = actor.kind === 'person';
  if (isPerson && actor.via.kind === 'session') {
    await endSession(context, newId(), { sessionId: actor.via.sessionId });
  }
  await takeSession();
  redirect(isPerson && actor.isTrial ? '/try' : '/');
}
