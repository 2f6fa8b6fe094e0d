import type { IncomingMessage, ServerResponse } from 'node:http';
import { DEFAULT_LANGUAGE, isInterfaceLanguage } from '#lib/platform/language.ts';
import { hasBegun, statusOf } from '#lib/platform/page-status.ts';
import { replaceFailedPages } from './page-answers.ts';
import { type Refusal, refusalHeaders, refusalPage, statusOfRefusal } from './refusal.ts';
import { takesBodies } from './target.ts';

/** A page that threw, or a form that Next could not read, is answered with words in the reader's language. */
export function readableFailures(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers['x-saling-language'];
  const language = isInterfaceLanguage(asked) ? asked : DEFAULT_LANGUAGE;
  // Next takes the header away from the request once it has read it.
  const isCall = request.headers['next-action'] !== undefined;
  replaceFailedPages(response, () => {
    const refusal = refusalOf(request, response, isCall);
    if (refusal === null) return null;
    return {
      status: statusOfRefusal(refusal),
      page: refusalPage(request, refusal, language),
      headers: { ...refusalHeaders(refusal, language), 'content-type': 'text/html; charset=utf-8' },
    };
  });
}

/** What went wrong with a page; null where nothing did, or where scripts of the page are told in their own way. */
function refusalOf(request: IncomingMessage, response: ServerResponse, isCall: boolean): Refusal | null {
  const isForm = request.method === 'POST' && !takesBodies(request.url ?? '');
  if (isForm && response.hasHeader('x-nextjs-action-not-found')) {
    return response.statusCode === 409 ? 'old-form' : 'broken-form';
  }
  if (response.statusCode < 500) return null;
  const id = String(request.headers['x-request-id']);
  if (isForm && !hasBegun(id)) return 'broken-form';
  const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html');
  if (!isPage && (isCall || !isForm)) return null;
  return statusOf(id) === 503 ? 'unavailable' : 'internal';
}
