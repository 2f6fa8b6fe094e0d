'use server';

import { redirect } from 'next/navigation';
import { takeSession } from '#app/request/session.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { erasePerson, giveConsent } from '#lib/identity/commands/personal-data.ts';
import { CONSENT_VERSION } from '#lib/identity/contract.ts';

const commandIdOf = (data: FormData): string => String(data.get('commandId'));

/** Notes that the privacy text was read in the language of the page. */
export async function consent(data: FormData): Promise<void> {
  const context = await memberContext();
  await giveConsent(context, commandIdOf(data), { version: CONSENT_VERSION, language: context.language });
  redirect('/account/data');
}

/** Erases who asks. Without the tick nothing happens but that it is asked for. */
export async function erase(data: FormData): Promise<void> {
  const context = await memberContext();
  if (data.get('sure') !== 'yes') redirect('/account/erase?missing=1');
  await erasePerson(context, commandIdOf(data), {});
  await takeSession();
  redirect('/');
}
