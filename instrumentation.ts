import type { Instrumentation } from 'next';
import { logger } from '#lib/platform/log.ts';

/** Logs what a page or route threw, once, with the number that the answer carries. Never bodies or queries. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const id = request.headers['x-request-id'];
  const path = request.path.split('?', 1)[0];
  logger('pages').error({ id, path, route: context.routePath, err: error }, 'a request failed');
};
