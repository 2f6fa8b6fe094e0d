import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTranslator } from 'use-intl/core';
import { messagesFor } from '#i18n/messages.ts';
import type { InterfaceLanguage } from '#lib/platform/language.ts';
import { allowedMethods, isApi, type TargetRefusal } from './target.ts';

export type Refusal = TargetRefusal | 'starting' | 'internal';

const statuses: Record<Refusal, number> = {
  'bad-request': 400,
  'method-not-allowed': 405,
  'length-required': 411,
  'too-large': 413,
  'too-long': 414,
  internal: 500,
  starting: 503,
};

/** Answers without Next: problem JSON under /api, a small page elsewhere, in the reader's language. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  language: InterfaceLanguage,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const t = createTranslator({ locale: language, messages: messagesFor(language), namespace: 'server' });
  const words = { title: t(`${refusal}.title`), detail: t(`${refusal}.detail`) };
  const status = statuses[refusal];
  // In absolute form the path stands after the host.
  const target = (request.url ?? '').replace(/^\w+:\/\/[^/]*/, '');
  const isJson = isApi(target);
  const body = isJson
    ? JSON.stringify({
        type: `urn:saling:problem:${refusal}`,
        ...words,
        status,
        instance: `urn:uuid:${request.headers['x-request-id']}`,
        code: refusal,
        params: {},
        errors: [],
      })
    : page(words, language, t('home'));
  response.writeHead(status, {
    'content-type': isJson ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
    ...(refusal === 'method-not-allowed' ? { allow: allowedMethods(target).join(', ') } : {}),
    ...(refusal === 'starting' ? { 'retry-after': '5' } : {}),
    // What is left of a refused body must not be read as the next request.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function page(words: { title: string; detail: string }, language: string, home: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title} – Saling</title></head>
<body><main><h1>${words.title}</h1><p>${words.detail}</p><p><a href="/">${home}</a></p></main></body></html>
`;
}
