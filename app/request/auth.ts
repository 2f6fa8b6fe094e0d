import { headers } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import { SESSION_DAYS } from '#lib/identity/contract.ts';
import { authAdapter } from '#lib/identity/gateway.ts';
import { sessionCookie, sessionTokenOf } from '#lib/identity/rules.ts';
import { env, isHttps } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { logger } from '#lib/platform/log.ts';
import { newToken } from '#lib/platform/secret.ts';

const log = logger('sign-in');
const PROVIDER = 'mail';
/** No route answers below it: next-auth is asked from inside only, so that no GET can use up a link. */
const BASE_PATH = '/sign-in/proof';
const SECONDS = SESSION_DAYS * 24 * 60 * 60;

// What it says can hold an address or a token: its kind alone is noted.
const kindOf = (said: unknown): string => (said instanceof Error ? said.name : 'unknown');

const settingsFor = (adapter: ReturnType<typeof authAdapter>): NextAuthConfig => ({
  adapter,
  basePath: BASE_PATH,
  secret: env().secret,
  trustHost: true,
  useSecureCookies: isHttps(),
  cookies: {
    sessionToken: {
      name: sessionCookie(isHttps()).name,
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps() },
    },
  },
  session: {
    strategy: 'database',
    maxAge: SECONDS,
    updateAge: SECONDS,
    generateSessionToken: newToken,
  },
  providers: [
    {
      id: PROVIDER,
      type: 'email',
      name: 'Mail',
      from: '',
      maxAge: 0,
      server: {},
      options: {},
      sendVerificationRequest: async () => {
        throw new Error('mails are asked for by lib/identity');
      },
    },
  ],
  pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/code' },
  callbacks: {
    signIn: async ({ user }) => (await adapter.getUserByEmail(user.email ?? '')) !== null,
    // A new object: the one that is passed holds the token.
    session: ({ session }) => ({ expires: session.expires, user: { id: session.userId } }),
  },
  logger: {
    error: (error) => log.debug({ kind: kindOf(error) }, 'not signed in'),
    warn: (code) => log.debug({ code }, 'next-auth warns'),
    debug: () => undefined,
  },
});

const { handlers } = NextAuth((request) => {
  const device = (request?.headers.get('user-agent') ?? '').slice(0, 300);
  return settingsFor(authAdapter(device, request?.headers.get('x-request-id') || newId()));
});

/**
 * Has next-auth prove the token of a link and open a session.
 * @returns the session's token, for the cookie; null when the link does not count
 */
export async function openSession(token: string): Promise<string | null> {
  const sent = await headers();
  const { name } = sessionCookie(isHttps());
  const origin = env().publicUrl ?? `http://${sent.get('host')}`;
  const url = new URL(`${BASE_PATH}/callback/${PROVIDER}`, origin);
  url.search = new URLSearchParams({ token, callbackUrl: '/' }).toString();
  const former = sessionTokenOf(sent.get('cookie') ?? undefined, isHttps());
  const request = new NextRequest(url, {
    headers: {
      'user-agent': sent.get('user-agent') ?? '',
      'x-request-id': sent.get('x-request-id') ?? '',
      ...(former === undefined ? {} : { cookie: `${name}=${former}` }),
    },
  });
  const answer = await handlers.GET(request);
  const given = answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
  const opened = given?.slice(name.length + 1).split(';', 1)[0];
  if (opened === undefined || opened === '') return null;
  // One browser holds one session: that of the same person before ends with the new one.
  if (former !== undefined) await authAdapter('', newId()).deleteSession?.(former);
  return opened;
}
