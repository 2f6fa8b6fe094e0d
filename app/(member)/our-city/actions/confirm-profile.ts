'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerRefused } from '#app/request/found.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';

/** Confirms the whole profile of one's own city. */
export async function confirmOurProfile(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect('/sign-in?to=%2Four-city');
  const citySlug = String(data.get('city') ?? '');
  try {
    await confirmProfile(context, String(data.get('commandId') ?? ''), { citySlug });
  } catch (error) {
    return answerRefused(error);
  }
  redirect('/our-city?done=profile');
}
