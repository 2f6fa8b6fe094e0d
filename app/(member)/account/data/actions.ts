'use server';

import { redirect } from 'next/navigation';
import { answerRefused } from '#app/request/found.ts';
import { takeSession } from '#app/request/session.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { erasePerson, giveConsent } from '#lib/identity/commands/personal-data.ts';
import { CONSENT_VERSION } from '#lib/identity/contract.ts';

const commandIdOf = (data: FormData): string => String(data.get('commandId'));

/** Notes that the privacy text was read in the language of the page. */
export async function consent(data: FormData): Promise<void> {
  const context = await memberContext();
  try {
    await giveConsent(context, commandIdOf(data), { version: CONSENT_VERSION, language: context.language });
  } catch (error) {
    return answerRefused(error);
  }
  redirect('/account/data');
}

/** Erases who asks. Without the tick nothing happens but that it is asked for. */
export async function erase(data: FormData): Promise<void> {
  const context = await memberContext();
  if (data.get('sure') !== 'yes') redirect('/account/erase?missing=1');
  try {
    await erasePerson(context, commandIdOf(data), {});
  } catch (error) {
    return answerRefused(error);
  }
  await takeSession();
  redirect('/');
}
