'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import { ownAddress } from '#components/writing/address.ts';
import { SalingError } from '#lib/core/errors.ts';
import { changeAudience } from '#lib/needs/commands/writing.ts';
import { AUDIENCES } from '#lib/needs/contract.ts';

/** Opens a published need to more readers, or closes it to some, at once. */
export async function changeNeedAudience(data: FormData): Promise<void> {
  const context = await readerContext();
  const text = (name: string) => String(data.get(name) ?? '');
  const address = ownAddress('need', text('id'));
  if (context.actor.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(address)}`);
  const audience = AUDIENCES.find((one) => one === text('audience'));
  if (audience === undefined) return answerMissing();
  const was = AUDIENCES.find((one) => one === text('was')) ?? audience;
  try {
    await changeAudience(context, text('commandId'), { id: text('id'), audience });
  } catch (error) {
    const isAnswer = error instanceof SalingError && ['conflict', 'not-allowed'].includes(error.code);
    if (!isAnswer) return answerRefused(error);
    redirect(`${address}?audience=refused#audience`);
  }
  redirect(`${address}?audience=${was}#audience`);
}
