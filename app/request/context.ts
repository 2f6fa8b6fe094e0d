import { headers } from 'next/headers';
import { cache } from 'react';
import type { Context } from '#lib/core/context.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { bearerOf, sessionTokenOf } from '#lib/identity/rules.ts';
import { isHttps } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { DEFAULT_LANGUAGE, isInterfaceLanguage } from '#lib/platform/language.ts';
import { noteBegun } from '#lib/platform/page-status.ts';

/**
 * Who asks. Language and trial copy as the server found out before Next saw the request: it removes any copy of
 * these headers that a client sent. Who the session or token belongs to, the database says each time anew.
 */
async function contextOf(
  given: Headers,
  who: { session: string | undefined; bearer?: string | undefined },
): Promise<Context> {
  const isOnTrialCopy = given.get('x-saling-direct') === '1';
  return { ...withoutActor(given), actor: await actorOf({ ...who, isOnTrialCopy }) };
}

function withoutActor(given: Headers): Omit<Context, 'actor'> {
  const language = given.get('x-saling-language');
  const sender = given.get('x-saling-sender');
  return {
    ...(sender === null ? {} : { sender }),
    language: isInterfaceLanguage(language) ? language : DEFAULT_LANGUAGE,
    requestId: given.get('x-request-id') ?? newId(),
  };
}

/** A request that nobody has been asked about yet: for refusals. */
export function visitorContext(request: Request): Context {
  return { ...withoutActor(request.headers), actor: { kind: 'visitor', isOnTrialCopy: false } };
}

/** For Server Components and server actions; made once per request. */
export const readerContext = cache(async (): Promise<Context> => {
  const given = await headers();
  noteBegun(given.get('x-request-id') ?? '');
  return contextOf(given, { session: sessionTokenOf(given.get('cookie') ?? undefined, isHttps()) });
});

/**
 * For the API: a visitor, or who holds the token of `Authorization: Bearer`. Cookies do not count there, so that no
 * other site can make a browser ask in its reader's name, and a public answer is the same for everybody.
 * @throws SalingError `not-signed-in` for a token that is not valid
 */
export function apiContext(request: Request): Promise<Context> {
  return contextOf(request.headers, {
    session: undefined,
    bearer: bearerOf(request.headers.get('authorization')),
  });
}
