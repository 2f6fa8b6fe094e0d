'use server';

import { redirect } from 'next/navigation';
import { answerRefused } from '#app/request/found.ts';
import { explainError } from '#app/request/problem.ts';
import { memberContext } from '#app/request/signed-in.ts';
import type { TokenState } from '#components/account/token-state.ts';
import { SalingError } from '#lib/core/errors.ts';
import { createToken, revokeToken } from '#lib/identity/commands/tokens.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';

/** Makes a token and shows it, this once. A second press of the same form makes none and shows none. */
export async function makeToken(before: TokenState | null, data: FormData): Promise<TokenState> {
  const context = await memberContext();
  const name = String(data.get('name') ?? '');
  const isWriting = data.get('scope') === 'write';
  const token = newToken();
  try {
    await createToken(context, String(data.get('commandId')), {
      name,
      tokenHash: tokenHash(token),
      scopes: isWriting ? ['read', 'write'] : ['read'],
    });
  } catch (error) {
    const { detail, errors } = explainError(error, context.language);
    return { name, isWriting, error: errors[0]?.detail ?? detail, token: before?.token ?? null };
  }
  return { name: '', isWriting: false, error: null, token };
}

/** Takes a token back; one that is gone already is what was wanted. */
export async function takeTokenBack(data: FormData): Promise<void> {
  const context = await memberContext();
  try {
    await revokeToken(context, String(data.get('commandId')), { tokenId: String(data.get('tokenId')) });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'not-found') return answerRefused(error);
  }
  redirect('/account/tokens');
}
