'use server';

import { redirect } from 'next/navigation';
import { openSession } from '#app/request/auth.ts';
import { readerContext } from '#app/request/context.ts';
import { explainError } from '#app/request/problem.ts';
import { giveSession } from '#app/request/session.ts';
import type { AskState, CodeState } from '#components/identity/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { askToSignIn, giveCode } from '#lib/identity/commands/sign-in.ts';
import type { CodeOutcome } from '#lib/identity/contract.ts';
import { linkHash } from '#lib/identity/gateway.ts';
import { readLink } from '#lib/identity/queries/sign-in.ts';
import { newId } from '#lib/platform/ids.ts';
import type { InterfaceLanguage } from '#lib/platform/language.ts';
import { newToken } from '#lib/platform/secret.ts';
import { forgetAddress, keepAddress } from './address.ts';

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

/** Asks for the mail. Whatever the address, what follows is the page that says to look into the mailbox. */
export async function ask(_before: AskState, data: FormData): Promise<AskState> {
  const context = await readerContext();
  const email = textOf(data, 'email');
  try {
    await askToSignIn(context, newId(), { email, returnTo: textOf(data, 'to') });
  } catch (error) {
    return { values: { email }, ...(await refused(error, context.language)) };
  }
  await keepAddress(email);
  redirect('/sign-in/code');
}

/** Signs in by the code; else says what is wrong with it. */
export async function enterCode(_before: CodeState, data: FormData): Promise<CodeState> {
  const context = await readerContext();
  const values = { email: textOf(data, 'email'), code: textOf(data, 'code') };
  const token = newToken();
  let outcome: CodeOutcome;
  try {
    outcome = await giveCode(context, { ...values, linkHash: linkHash(token) });
  } catch (error) {
    return { values, ...(await refused(error, context.language)) };
  }
  if (outcome.result === 'right') return enter(token);
  const t = await getTranslations('signin.error');
  const code = outcome.result === 'wrong' ? t('wrong', { left: outcome.triesLeft }) : t(outcome.result);
  return { values: { ...values, code: '' }, errors: { code }, failure: null };
}

/** Signs in by the link, once its button was pressed; a link that does not count is explained by its page. */
export async function enterByLink(data: FormData): Promise<void> {
  return enter(textOf(data, 'token'));
}

async function enter(token: string): Promise<never> {
  const { returnTo } = await readLink(linkHash(token));
  const session = await openSession(token);
  if (session === null) redirect(`/sign-in/link?${new URLSearchParams({ token })}`);
  await giveSession(session);
  await forgetAddress();
  redirect(returnTo ?? '/');
}

async function refused(error: unknown, language: InterfaceLanguage) {
  const { errors, title, detail } = explainError(error, language);
  const t = await getTranslations('signin.error');
  const named = (field: 'email' | 'code') =>
    errors.some(({ pointer }) => pointer === `/${field}`) ? { [field]: t(field) } : {};
  const wrong = { ...named('email'), ...named('code') };
  return { errors: wrong, failure: Object.keys(wrong).length > 0 ? null : { title, detail } };
}
