'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { textOf } from '#app/request/form.ts';
import { answerMissing } from '#app/request/found.ts';
import { giveSession } from '#app/request/session.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { endSession } from '#lib/identity/commands/sessions.ts';
import { sitDown } from '#lib/identity/commands/trial.ts';
import type { TrialDesk } from '#lib/identity/contract.ts';
import { safeReturn } from '#lib/identity/rules.ts';
import { newId } from '#lib/platform/ids.ts';

/** Takes a seat at the desk that was pressed, and leaves the one before; goes on to the page that led here. */
export async function sit(data: FormData): Promise<void> {
  const context = await readerContext();
  try {
    const [desk, city] = [data.get('desk'), data.get('city')];
    // The core refuses what is no desk.
    const seat = desk === null ? { city: String(city) } : { desk: String(desk) as TrialDesk['key'] };
    const token = await sitDown(context, seat);
    await leaveFormerDesk(context);
    await giveSession(token);
  } catch (error) {
    // Not on the trial copy, or no such desk.
    const isRefused =
      error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid');
    if (!isRefused) throw error;
    await answerMissing();
    return;
  }
  redirect(safeReturn(textOf(data, 'to')) ?? '/try');
}

async function leaveFormerDesk(context: Context): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || !actor.isTrial || actor.via.kind !== 'session') return;
  await endSession(context, newId(), { sessionId: actor.via.sessionId });
}
