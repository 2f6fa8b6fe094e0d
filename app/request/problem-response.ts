import type { Context } from '#lib/core/context.ts';
import { logger } from '#lib/platform/log.ts';
import { type Explanation, explainError } from './problem.ts';

const log = logger('pages');

/** An explained error as problem JSON (RFC 9457). */
export function problemJson(
  explained: Omit<Explanation, 'code'> & { code: string },
  context: Context,
  headers: Record<string, string> = {},
): Response {
  const { code, status, title, detail, params, errors } = explained;
  const body = {
    type: `urn:saling:problem:${code}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${context.requestId}`,
    code,
    params,
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': context.language,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

/** A refusal of a file's address as problem JSON. What nobody expected is logged, once, here. */
export function problemResponse(error: unknown, context: Context): Response {
  const explained = explainError(error, context.language);
  if (explained.code === 'internal') {
    log.error({ err: error, requestId: context.requestId }, 'request failed');
  }
  return problemJson(explained, context);
}
