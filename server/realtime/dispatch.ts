import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import { logger } from '#lib/platform/log.ts';
import type { Acknowledgement, Connection, Handler } from './handler.ts';

const log = logger('realtime');

/** Runs one event of a client and translates its outcome; never rejects. */
export async function dispatch(
  handlers: ReadonlyMap<string, Handler>,
  whoAsks: () => Promise<Context>,
  connection: Connection,
  event: string,
  payload: unknown,
): Promise<Acknowledgement> {
  let context: Context | undefined;
  try {
    context = await whoAsks();
    const found = handlers.get(event);
    if (found === undefined) throw new SalingError('not-found');
    return { ok: true, data: await found.run(context, parseInput(found.input, payload), connection) };
  } catch (error) {
    if (!(error instanceof SalingError))
      log.error({ id: context?.requestId, event, err: error }, 'event failed');
    const known = error instanceof SalingError ? error : new SalingError('internal');
    return { ok: false, problem: { code: known.code, params: known.params, errors: known.errors } };
  }
}
