'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerRefused } from '#app/request/found.ts';
import { takeSession } from '#app/request/session.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { SalingError } from '#lib/core/errors.ts';
import { chooseLanguage } from '#lib/identity/commands/language.ts';
import { endOtherSessions, endSession } from '#lib/identity/commands/sessions.ts';
import { newId } from '#lib/platform/ids.ts';
import { isInterfaceLanguage } from '#lib/platform/language.ts';

const HERE = '/account';

/** Ends one of one's own sessions; the one that asks is signed out. One that is over already is what was wanted. */
export async function endOne(data: FormData): Promise<void> {
  const context = await memberContext();
  const sessionId = String(data.get('session'));
  try {
    await endSession(context, newId(), { sessionId });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'not-found') return answerRefused(error);
  }
  const { via } = context.actor;
  if (via.kind !== 'session' || via.sessionId !== sessionId) redirect(HERE);
  await takeSession();
  redirect('/');
}

export async function endOthers(): Promise<void> {
  await endOtherSessions(await memberContext(), newId(), {});
  redirect(HERE);
}

/** Changes the language of the mails, and of the pages on this device. */
export async function saveLanguage(data: FormData): Promise<void> {
  const language = data.get('language');
  if (isInterfaceLanguage(language)) {
    await chooseLanguage(await readerContext(), newId(), { language });
    (await cookies()).set('lang', language, { path: '/', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' });
  }
  redirect(HERE);
}
