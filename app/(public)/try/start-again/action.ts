'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerMissing } from '#app/request/found.ts';
import { takeSession } from '#app/request/session.ts';
import { SalingError } from '#lib/core/errors.ts';
import { startAgain } from '#lib/trial/commands.ts';

/** Removes what the desks wrote, and the desks; who sat at one gets up. */
export async function removeTrial(data: FormData): Promise<void> {
  const context = await readerContext();
  const commandId = String(data.get('commandId'));
  try {
    await startAgain(context, commandId);
    if (context.actor.kind === 'person' && context.actor.isTrial) await takeSession();
  } catch (error) {
    const isRefused =
      error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid');
    if (!isRefused) throw error;
    await answerMissing();
    return;
  }
  redirect(`/try/start-again?done=${encodeURIComponent(commandId)}`);
}
