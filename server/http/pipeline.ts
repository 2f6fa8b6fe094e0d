import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { InterfaceLanguage } from '#lib/platform/language.ts';
import { logger } from '#lib/platform/log.ts';
import { refuseForm } from './form-body.ts';
import { isInner, markInner } from './inner.ts';
import { resolveLanguage } from './language.ts';
import { sendMissingAs404, statusSent } from './page-answers.ts';
import { type Refusal, sendRefusal } from './refusal.ts';
import { newNonce, policyFor, staticFileHeaders, uploadedFileHeaders } from './response-headers.ts';
import { senderOf } from './sender.ts';
import {
  canonicalTarget,
  cleanTarget,
  isApi,
  isForeign,
  isLarge,
  isUpload,
  refuseTarget,
  takesBodies,
  withoutRsc,
} from './target.ts';
import { isDirect, type TrialCopy } from './trial.ts';
import { alwaysVary } from './vary.ts';

export type PipelineOptions = TrialCopy & { isDevelopment: boolean; publicUrl: string | undefined };
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const log = logger('http');

/**
 * What happens to every request before Next: an id, no forged headers, language, trial copy, policy, refusals.
 * @param pages Next's handler, or undefined while the server is still starting.
 */
export function createPipeline(
  options: PipelineOptions,
  pages: () => PageHandler | undefined,
): RequestListener {
  return (request, response) => {
    const language = prepare(request, response, options);
    const refusal =
      refuseTarget(request) ?? (isForeign(request, options.publicUrl) ? 'foreign-origin' : undefined);
    const handler = pages();
    if (refusal || !handler) {
      sendRefusal(request, response, refusal ?? 'starting', language);
      return;
    }
    const canonical = request.method === 'POST' ? undefined : canonicalTarget(request.url ?? '/');
    if (canonical !== undefined) {
      response.writeHead(308, { location: canonical, 'cache-control': 'no-store' }).end();
      return;
    }
    request.url = cleanTarget(request.url ?? '/');
    answer(request, response, handler, language).catch((error: unknown) => {
      log.error({ id: request.headers['x-request-id'], path: pathOf(request), err: error }, 'request failed');
      sendRefusal(request, response, 'internal' satisfies Refusal, language);
    });
  };
}

/** Pages are read; what is sent to them must be one of their forms. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: PageHandler,
  language: InterfaceLanguage,
): Promise<void> {
  const mustBeForm = request.method === 'POST' && !takesBodies(request.url ?? '');
  const refusal = mustBeForm ? await refuseForm(request, isUpload(request) && isLarge(request)) : undefined;
  if (refusal) sendRefusal(request, response, refusal, language);
  else await handler(request, response);
}

function prepare(request: IncomingMessage, response: ServerResponse, options: PipelineOptions) {
  const direct = isInner(request) || isDirect(request, options);
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-saling-') || name === 'x-nonce') delete request.headers[name];
  }
  const id = randomUUID();
  const target = request.url ?? '';
  const { cookie, acceptLanguage } = {
    cookie: request.headers.cookie,
    acceptLanguage: request.headers['accept-language'],
  };
  const resolved = resolveLanguage({ target, cookie, acceptLanguage });
  const policy = policyFor(newNonce(), options);
  request.headers['x-request-id'] = id;
  request.headers['x-saling-language'] = resolved.language;
  // For links to the same page in another language; Next tells a layout no path.
  request.headers['x-saling-path'] = withoutRsc(cleanTarget(target));
  request.headers['content-security-policy'] = policy.contentSecurityPolicy;
  if (direct) {
    request.headers['x-saling-direct'] = '1';
    markInner(request);
  }
  // What only reads is not counted.
  if (request.method === 'POST') request.headers['x-saling-sender'] = senderOf(request, new Date());
  request.headers['x-saling-self'] = selfAddress(request);

  const isStaticFile = target.startsWith('/_next/static/');
  const headers = target.startsWith('/files/') ? uploadedFileHeaders : policy.headers;
  const sent = isStaticFile ? staticFileHeaders : { ...headers, 'x-request-id': id };
  for (const [name, value] of Object.entries(sent)) response.setHeader(name, value);
  sendMissingAs404(response, id);
  if (!target.startsWith('/_next/')) {
    alwaysVary(response, ['Accept-Language', 'Cookie']);
    // In the API `lang` is a filter of records, not the reader's choice.
    if (resolved.cookie && !isApi(target)) response.appendHeader('set-cookie', resolved.cookie);
  }
  logWhenDone(request, response, id);
  return resolved.language;
}

/** Where this very server can be reached from itself, for the health check of the sockets. */
function selfAddress(request: IncomingMessage): string {
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  const host = localAddress.replace(/^::ffff:/, '');
  return `http://${host.includes(':') ? `[${host}]` : host}:${localPort}`;
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, id: string): void {
  const start = performance.now();
  const { method } = request;
  const path = pathOf(request);
  response.once('close', () => {
    const status = statusSent(response);
    const line = { id, method, path, status, ms: Math.round(performance.now() - start) };
    // What broke has a line of its own, with the same number. Probes ask for the state again and again.
    if (status >= 500 && path !== '/api/health') log.warn(line, 'answered');
    else log.debug(line, 'answered');
  });
}

/** Without the query: people write their problems there. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0]?.slice(0, 200) ?? '';
}
