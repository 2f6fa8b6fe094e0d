import type { Context } from '#lib/core/context.ts';
import { logger } from '#lib/platform/log.ts';
import { explainError } from './problem.ts';

const log = logger('pages');

/** A refusal of a file's address as problem JSON (RFC 9457). What nobody expected is logged, once, here. */
export function problemResponse(error: unknown, context: Context): Response {
  const { code, status, title, detail, params, errors } = explainError(error, context.language);
  if (code === 'internal') log.error({ err: error, requestId: context.requestId }, 'request failed');
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
    },
  });
}
