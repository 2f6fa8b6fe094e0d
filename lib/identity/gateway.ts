import { createHash } from 'node:crypto';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { tokenHash } from '#lib/platform/secret.ts';
import { endSession, startSession } from './commands/sessions.ts';
import { spendLink } from './commands/sign-in.ts';
import { SESSION_DAYS } from './contract.ts';
import { personOfSession } from './queries/who.ts';
import { selectKnownPerson, selectSignInRequest } from './store/sign-in.ts';

/** The digest under which next-auth asks for the token of a link: of the token and its secret. */
export function linkHash(token: string): string {
  return createHash('sha256').update(`${token}${env().secret}`).digest('hex');
}

/** The person who may sign in under an address; trial desks on a trial copy only. */
async function userOf(email: string): Promise<AdapterUser | null> {
  const known = await withActor(jobContext('sign-in').actor, (tx) => selectKnownPerson(tx, email));
  if (known === undefined || (known.isTrial && !env().mayTry)) return null;
  return { id: known.id, email: known.email, emailVerified: null };
}

/**
 * What next-auth may do with our tables for one request, each by a command of ours. It makes no persons: who is not
 * known does not come in. Only digests are kept of what it hands us.
 */
export function authAdapter(
  device: string,
  requestId: string,
): Adapter & { getUserByEmail(email: string): Promise<AdapterUser | null> } {
  const job = { ...jobContext('sign-in'), requestId };
  // It asks for the same person three times on its way.
  const known = new Map<string, Promise<AdapterUser | null>>();
  const refuse = async (): Promise<never> => {
    throw new Error('persons are not made by signing in');
  };
  return {
    createUser: refuse,
    getUser: async () => null,
    getUserByEmail: (email) => {
      const found = known.get(email) ?? userOf(email);
      known.set(email, found);
      return found;
    },
    getUserByAccount: async () => null,
    // Called with the moment at which the address was proved: each session is such a proof, none is kept.
    updateUser: async (user) => ({ email: '', emailVerified: null, ...user }),
    linkAccount: refuse,
    createSession: async ({ sessionToken, userId, expires }) => {
      await startSession(job, newId(), { personId: userId, tokenHash: tokenHash(sessionToken), device });
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const person = await personOfSession(sessionToken, env().mayTry);
      if (person === null) return null;
      const { personId, email } = person;
      const expires = new Date(Date.now() + SESSION_DAYS * 86_400_000);
      return {
        session: { sessionToken, userId: personId, expires },
        user: { id: personId, email, emailVerified: null },
      };
    },
    // Its age is fixed when it starts; that it is in use, lib/identity/queries/who.ts notes.
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      const person = await personOfSession(sessionToken, env().mayTry);
      if (person?.via.kind === 'session') await endSession(job, newId(), { sessionId: person.via.sessionId });
    },
    createVerificationToken: refuse,
    useVerificationToken: async ({ token }) => {
      const request = await withActor(job.actor, (tx) => selectSignInRequest(tx, token));
      if (request === undefined) return null;
      const { isUsed } = await spendLink(job, newId(), { linkHash: token });
      if (!isUsed) return null;
      return { identifier: request.email, token, expires: request.expiresAt };
    },
  };
}
