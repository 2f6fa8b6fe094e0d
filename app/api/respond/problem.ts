import { type Explanation, explainError, explainMethod } from '#app/request/problem.ts';
import { problemJson } from '#app/request/problem-response.ts';
import type { Context } from '#lib/core/context.ts';
import { logFailure } from '#lib/core/failure.ts';
import { logger } from '#lib/platform/log.ts';
import { ALLOW, crossOriginHeaders } from './headers.ts';

const log = logger('api');

/** Seconds after which asking again makes sense. */
const RETRY_AFTER: Partial<Record<Explanation['code'], string>> = { unavailable: '5', 'too-many': '60' };

/** An error as problem JSON (RFC 9457) in the reader's language. What failed on our side is logged, once, here. */
export function problemOf(error: unknown, context: Context, isPublic: boolean): Response {
  const explained = explainError(error, context.language);
  if (explained.status >= 500) logFailure(log, error, { id: context.requestId });
  const retryAfter = explained.params.retryAfter?.toString() ?? RETRY_AFTER[explained.code];
  return problemJson(explained, context, {
    ...crossOriginHeaders(isPublic),
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  });
}

/** 405: the address is there, the method is not. */
export function methodNotAllowed(context: Context, isPublic: boolean): Response {
  const explained = {
    ...explainMethod(ALLOW, context.language),
    code: 'method-not-allowed',
    status: 405,
    params: { allow: ALLOW },
    errors: [],
  };
  return problemJson(explained, context, { ...crossOriginHeaders(isPublic), allow: ALLOW });
}
