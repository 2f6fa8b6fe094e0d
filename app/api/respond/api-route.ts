import type { z } from 'zod';
import type { Endpoint } from '#app/api/openapi/endpoint.ts';
import { apiContext, visitorContext } from '#app/request/context.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { answer } from './answer.ts';
import { ALLOW, crossOriginHeaders, preflightHeaders } from './headers.ts';
import { methodNotAllowed, problemOf } from './problem.ts';
import { languageOf, type PathValues, readInput } from './read-input.ts';

type Handler = (request: Request, route: { params: Promise<PathValues> }) => Promise<Response>;
type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Handlers = Record<Method, Handler>;

/**
 * The handlers of one address: every method is answered, and every refusal is problem JSON.
 * `read` is a read of the core; it parses the input that path and query make together.
 */
export function apiRoute<Input extends z.ZodObject, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  read: (context: Context, input: z.input<Input>) => Promise<z.input<Answer>>,
): Handlers {
  return handlers(endpoint.isPublic, async (request, query, params, context) => {
    const input = readInput(endpoint, query, params) as z.input<Input>;
    const isPublic = endpoint.isPublic && context.actor.kind === 'visitor';
    return answer(request, endpoint.answer.parse(await read(context, input)), isPublic);
  });
}

/** Below /api, where there is no address: 404 as problem JSON, whatever the method. */
export function unknownRoute(): Handlers {
  const get: Handler = async (request) => problemOf(notFound(), strangerOf(request).context, true);
  const head = withoutBody(get);
  return { GET: get, HEAD: head, OPTIONS: get, POST: get, PUT: get, PATCH: get, DELETE: get };
}

type Work = (
  request: Request,
  query: URLSearchParams,
  params: PathValues,
  context: Context,
) => Promise<Response>;

function handlers(isPublic: boolean, work: Work): Handlers {
  const get: Handler = async (request, route) => {
    const stranger = strangerOf(request);
    try {
      const { actor } = await apiContext(request);
      return await work(request, stranger.query, await route.params, { ...stranger.context, actor });
    } catch (error) {
      return problemOf(error, stranger.context, isPublic);
    }
  };
  return { GET: get, HEAD: withoutBody(get), ...besidesReading(isPublic) };
}

/** The methods of an address that can only be read: what OPTIONS says, and 405 for the others. */
export function besidesReading(isPublic: boolean): Omit<Handlers, 'GET' | 'HEAD'> {
  const refuse: Handler = async (request) => methodNotAllowed(strangerOf(request).context, isPublic);
  const options: Handler = async () =>
    new Response(null, {
      status: 204,
      headers: { allow: ALLOW, ...crossOriginHeaders(isPublic), ...preflightHeaders(isPublic) },
    });
  return { OPTIONS: options, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

/** The request before anybody knows whose it is: enough to refuse it in its language. */
function strangerOf(request: Request): { context: Context; query: URLSearchParams } {
  const context = visitorContext(request);
  const query = new URL(request.url).searchParams;
  return { context: { ...context, language: languageOf(query) ?? context.language }, query };
}

function withoutBody(get: Handler): Handler {
  return async (request, route) => {
    const { status, headers } = await get(request, route);
    return new Response(null, { status, headers });
  };
}
