'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import { REQUESTS_ADDRESS } from '#components/ourcity/requests-page.tsx';
import { SalingError } from '#lib/core/errors.ts';
import { answerCorrection } from '#lib/corrections/commands.ts';

/** What the city says to a reader's request, or takes back. */
export async function answerRequest(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(REQUESTS_ADDRESS)}`);
  const text = (name: string) => String(data.get(name) ?? '');
  const answer = (['done', 'declined', 'open'] as const).find((one) => one === text('answer'));
  if (answer === undefined) return answerMissing();
  const correctionId = text('id');
  try {
    await answerCorrection(context, text('commandId'), { correctionId, answer });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    redirect(`${REQUESTS_ADDRESS}?done=too-late`);
  }
  redirect(`${REQUESTS_ADDRESS}#request-${correctionId}`);
}
