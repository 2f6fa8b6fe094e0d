import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { takeTurn } from '#lib/core/turns.ts';
import {
  ASKS_AN_HOUR,
  addressField,
  CODE_TRIES,
  CODE_TRIES_A_DAY,
  CODES_AN_HOUR,
  type CodeOutcome,
  codeField,
  MAILS_A_DAY,
  MAILS_AT_ONCE,
  returnField,
  SIGN_IN_ASKED,
} from '#lib/identity/contract.ts';
import {
  changeSignInRequest,
  countIssued,
  countWrongCodes,
  insertSignInRequest,
  lockNewestRequest,
  lockSignInRequest,
  noteIssued,
  selectKnownPerson,
  useSignInRequest,
} from '#lib/identity/store/sign-in.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { isSameDigest, keyedHash, newToken, tokenHash } from '#lib/platform/secret.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Runs for somebody who is nobody yet: what it touches is hidden from all but jobs. */
function asGate(context: Context): Context {
  return { ...context, actor: jobContext('sign-in').actor };
}

/** Under this digest a code is kept. */
export function codeHash(requestId: string, code: string): string {
  return keyedHash('sign-in-code', requestId, code);
}

const keepRequest = defineCommand({
  name: 'sign-in.ask',
  input: z.object({ email: addressField, returnTo: returnField }),
  load: async () => null,
  policy: onlyJobs,
  apply: async (tx, { email, returnTo }, _resource, context) => {
    await takeTurn(tx, 'sign-in.ask', context, ASKS_AN_HOUR);
    const id = newId();
    // Digests of nothing that anybody knows: a job puts in those of the mail, where there is one to send.
    const nothing = { tokenHash: tokenHash(newToken()), codeHash: codeHash(id, newToken()) };
    await insertSignInRequest(tx, { id, email, returnTo, ...nothing });
    return {
      outcome: {},
      subject: { kind: 'sign-in-request', id },
      event: { stream: `sign-in:${id}`, type: SIGN_IN_ASKED, payload: { requestId: id } },
    };
  },
});

/**
 * Keeps the wish to sign in. The work is the same whether the address is known or not, so that neither the answer
 * nor its time tells; a job then mails the known.
 * @throws SalingError `invalid` for what is no address, `too-many` for too many asks from one place
 */
export function askToSignIn(
  context: Context,
  commandId: string,
  input: { email: string; returnTo?: string | undefined },
): Promise<unknown> {
  const { email, returnTo = '' } = input;
  return keepRequest(asGate(context), commandId, { email, returnTo });
}

/**
 * Gives a request the digests of the link and the code that are mailed now, within a job's transaction.
 * @returns whom to mail; null for an unknown address, and for one that has enough living links
 */
export async function issueSignIn(
  tx: Tx,
  requestId: string,
  secrets: { linkHash: string; code: string },
): Promise<{ personId: string; email: string; language: string; isTrial: boolean; expiresAt: Date } | null> {
  const request = await lockSignInRequest(tx, requestId);
  if (request === undefined) return null;
  const [mails, person] = await Promise.all([
    countIssued(tx, request.email),
    selectKnownPerson(tx, request.email),
  ]);
  if (mails.living >= (mails.today >= MAILS_A_DAY ? 1 : MAILS_AT_ONCE)) return null;
  const mayEnter = person !== undefined && (!person.isTrial || env().mayTry);
  // Noted for a stranger, too: what her wrong codes are answered must not differ.
  const digests = { tokenHash: secrets.linkHash, codeHash: codeHash(request.id, secrets.code) };
  await noteIssued(tx, request.id, mayEnter ? digests : null);
  if (!mayEnter) return null;
  const { id: personId, email, language, isTrial } = person;
  return { personId, email, language, isTrial, expiresAt: request.expiresAt };
}

const tryCode = defineCommand({
  name: 'sign-in.code',
  input: z.object({ email: addressField, code: codeField, linkHash: digest }),
  load: async (tx, { email }) => ({
    request: await lockNewestRequest(tx, email),
    wrongToday: await countWrongCodes(tx, email),
  }),
  policy: onlyJobs,
  apply: async (tx, { code, linkHash }, { request, wrongToday }, context) => {
    // Before the code is looked at: past the limit the right one must not be told from a wrong one.
    await takeTurn(tx, 'sign-in.code', context, CODES_AN_HOUR);
    if (request === undefined) return { outcome: { result: 'none' } as CodeOutcome, subject: null };
    const subject = { kind: 'sign-in-request', id: request.id };
    if (request.codeTries >= CODE_TRIES || wrongToday >= CODE_TRIES_A_DAY) {
      return { outcome: { result: 'dead' } as CodeOutcome, subject: null };
    }
    if (isSameDigest(codeHash(request.id, code), request.codeHash)) {
      const used = { codeHash: codeHash(request.id, newToken()), tokenHash: linkHash };
      await changeSignInRequest(tx, request.id, used);
      return { outcome: { result: 'right' } as CodeOutcome, subject, after: { result: 'right' } };
    }
    const codeTries = request.codeTries + 1;
    await changeSignInRequest(tx, request.id, { codeTries });
    const triesLeft = Math.min(CODE_TRIES - codeTries, CODE_TRIES_A_DAY - wrongToday - 1);
    const outcome: CodeOutcome = triesLeft > 0 ? { result: 'wrong', triesLeft } : { result: 'dead' };
    return { outcome, subject, after: { result: outcome.result } };
  },
});

/**
 * Gives a code. The right one is used up and its request takes the new link's digest in its place, so that a code
 * and a link open a session by one and the same way. Only the code of the newest mail counts.
 * @throws SalingError `invalid` for what is no address or not six digits, `too-many` from one place
 */
export function giveCode(
  context: Context,
  input: { email: string; code: string; linkHash: string },
): Promise<CodeOutcome> {
  return tryCode(asGate(context), newId(), input);
}

/** Uses up a link; false when it does not count, or no longer. */
export const spendLink = defineCommand({
  name: 'sign-in.use',
  input: z.object({ linkHash: digest }),
  load: async () => null,
  policy: onlyJobs,
  apply: async (tx, { linkHash }) => {
    const used = await useSignInRequest(tx, linkHash);
    if (used === undefined) return { outcome: { isUsed: false }, subject: null };
    return { outcome: { isUsed: true }, subject: { kind: 'sign-in-request', id: used.id } };
  },
});
