import type { IncomingMessage, ServerResponse } from 'node:http';
import { DEFAULT_LANGUAGE, isInterfaceLanguage } from '#lib/platform/language.ts';
import { replaceFailedPages } from './page-answers.ts';
import { refusalHeaders, refusalPage } from './refusal.ts';

/** A page that threw is answered with words in the reader's language: 503 where the database is away, else 500. */
export function readableFailures(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers['x-saling-language'];
  const language = isInterfaceLanguage(asked) ? asked : DEFAULT_LANGUAGE;
  replaceFailedPages(response, String(request.headers['x-request-id']), (status) => {
    const refusal = status === 503 ? 'unavailable' : 'internal';
    return {
      status,
      page: refusalPage(request, refusal, language),
      headers: { ...refusalHeaders(refusal, language), 'content-type': 'text/html; charset=utf-8' },
    };
  });
}
