'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { giveSession } from '#app/request/session.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { endSession } from '#lib/identity/commands/sessions.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import type { TrialDesk } from '#lib/identity/contract.ts';
import { newId } from '#lib/platform/ids.ts';

/** Takes a seat at the desk that was pressed, and leaves the one before. */
export async function sit(data: FormData): Promise<void> {
  const context = await readerContext();
  try {
    // The core refuses what is no desk.
    const token = await sitDown(context, { desk: String(data.get('desk')) as TrialDesk['key'] });
    await leaveFormerDesk(context);
    await giveSession(token);
  } catch (error) {
    const isRefused =
      error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid');
    if (!isRefused) throw error;
  }
  redirect('/try');
}

async function leaveFormerDesk(context: Context): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || !actor.isTrial || actor.via.kind !== 'session') return;
  await endSession(context, newId(), { sessionId: actor.via.sessionId });
}
