import type { Instrumentation } from 'next';
import { logFailure } from '#lib/core/failure.ts';
import { logger } from '#lib/platform/log.ts';
import { hasBegun, setStatus, statusOf } from '#lib/platform/page-status.ts';

const log = logger('pages');

/** Logs what a page or route threw, once, with the number that the answer carries. Never bodies or queries. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const id = String(request.headers['x-request-id']);
  // The parts of one page ask at the same time and fail alike.
  if ((statusOf(id) ?? 0) >= 500) return;
  const path = request.path.split('?', 1)[0];
  // A call that no form of ours sends fails before any of our code is asked: no fault of the site.
  if (request.method === 'POST' && !hasBegun(id)) {
    log.debug({ id, path, err: error }, 'what was sent could not be read');
    return;
  }
  const code = logFailure(log, error, { id, path, route: context.routePath });
  setStatus(id, code === 'unavailable' ? 503 : 500);
};
