import { headers } from 'next/headers';
import { cache } from 'react';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/platform/ids.ts';
import { DEFAULT_LANGUAGE, isInterfaceLanguage } from '#lib/platform/language.ts';

/**
 * Who asks, as the server found out before Next saw the request. It removes any copy of these headers that a
 * client sent; where the server did not run (a route called by itself) the answer is the most cautious one.
 */
export function contextOf(given: Headers): Context {
  const language = given.get('x-saling-language');
  return {
    actor: { kind: 'visitor', isOnTrialCopy: given.get('x-saling-direct') === '1' },
    language: isInterfaceLanguage(language) ? language : DEFAULT_LANGUAGE,
    requestId: given.get('x-request-id') ?? newId(),
  };
}

/** For Server Components and server actions; made once per request. */
export const readerContext = cache(async (): Promise<Context> => contextOf(await headers()));

/** For route handlers. */
export function apiContext(request: Request): Context {
  return contextOf(request.headers);
}
