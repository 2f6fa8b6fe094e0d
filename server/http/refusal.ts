import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTranslator } from 'use-intl/core';
import { type RefusalWords, writeRefusal } from '#lib/platform/form-refusal/contract.ts';
import type { InterfaceLanguage } from '#lib/platform/language.ts';
import en from '#messages/en/server.json' with { type: 'json' };
import id from '#messages/id/server.json' with { type: 'json' };
import { renderPlainPage } from './plain-page.ts';
import { allowedMethods, isApi, isUpload, LARGEST_BODY, type TargetRefusal } from './target.ts';

const translators = {
  en: createTranslator({ locale: 'en', messages: en }),
  id: createTranslator({ locale: 'id', messages: id }),
};

export type Refusal = TargetRefusal | 'broken-form' | 'old-form' | 'starting' | 'internal' | 'unavailable';

/** The address itself is good: it can be opened and its form sent again. */
const CAN_BE_READ: Refusal[] = ['method-not-allowed', 'broken-form', 'old-form'];

/** Next reads the answer to an action as words of ours when it is just this type. */
const ACTION_TEXT = 'text/plain';
/** Twenty times what a form may hold: who pasted too much shall read so. */
const MOST_READ_AWAY = 20 * LARGEST_BODY;
/** Milliseconds after which a client that announced a body and sends nothing is answered all the same. */
const MOST_SILENCE = 3000;

const statuses: Record<Refusal, number> = {
  'bad-request': 400,
  'broken-form': 400,
  'foreign-origin': 403,
  'method-not-allowed': 405,
  'old-form': 409,
  'length-required': 411,
  'too-large': 413,
  'too-long': 414,
  internal: 500,
  starting: 503,
  unavailable: 503,
};

export const statusOfRefusal = (refusal: Refusal): number => statuses[refusal];

/**
 * Answers without Next, in the reader's language: problem JSON under /api, a small page elsewhere. Scripts of a form
 * that sent too much get the words alone, as they would tell it as a lost line.
 */
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
  const status = statuses[refusal];
  // In absolute form the path stands after the host.
  const target = (request.url ?? '').replace(/^\w+:\/\/[^/]*/, '');
  const isJson = isApi(target);
  const isAction = refusal === 'too-large' && request.headers['next-action'] !== undefined;
  const body = isJson
    ? JSON.stringify({
        type: `urn:saling:problem:${refusal}`,
        ...wordsOf(refusal, language),
        status,
        instance: `urn:uuid:${request.headers['x-request-id']}`,
        code: refusal,
        params: {},
        errors: [],
      })
    : isAction
      ? writeRefusal(wordsFor(request, refusal, language))
      : refusalPage(request, refusal, language);
  response.writeHead(status, {
    'content-type': isJson
      ? 'application/problem+json; charset=utf-8'
      : isAction
        ? ACTION_TEXT
        : 'text/html; charset=utf-8',
    ...refusalHeaders(refusal, language),
    'content-length': Buffer.byteLength(body),
    ...(refusal === 'method-not-allowed' ? { allow: allowedMethods(target).join(', ') } : {}),
    // What is left of a refused body must not be read as the next request.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  const end = () => response.end(request.method === 'HEAD' ? undefined : body);
  if (isSmall(request)) readAway(request, end);
  else end();
}

/** Reads the rest of a body, as long as something comes. */
function readAway(request: IncomingMessage, done: () => void): void {
  const patience = setTimeout(finish, MOST_SILENCE);
  request
    .on('data', () => patience.refresh())
    .once('end', finish)
    .once('error', finish);
  function finish(): void {
    clearTimeout(patience);
    request.off('end', finish).off('error', finish);
    done();
  }
}

/**
 * Whether a body is still to come and worth reading before the answer: a client that is cut while it sends a form
 * never sees why. Larger ones are cut.
 */
function isSmall(request: IncomingMessage): boolean {
  return !request.complete && Number(request.headers['content-length'] ?? Number.NaN) <= MOST_READ_AWAY;
}

/** What every refusal says beside its type and length. */
export function refusalHeaders(refusal: Refusal, language: InterfaceLanguage): Record<string, string> {
  return {
    'content-language': language,
    'cache-control': 'no-store',
    ...(statuses[refusal] === 503 ? { 'retry-after': '5' } : {}),
  };
}

/** A page that can be read without scripts and without Next: what is wrong, and what to do. */
export function refusalPage(request: IncomingMessage, refusal: Refusal, language: InterfaceLanguage): string {
  const t = translators[language];
  const { headers, method, url = '/' } = request;
  const isOurs = refusal === 'internal' || refusal === 'unavailable';
  const isForm = method === 'POST';
  return renderPlainPage({
    language,
    ...wordsFor(request, refusal, language),
    more: [
      ...(isOurs && isForm ? [t('notSent')] : []),
      ...(refusal === 'internal' ? [t('number', { id: String(headers['x-request-id']) })] : []),
    ],
    links: [
      // A form is sent again by going back to it, where what was written still stands.
      ...((isOurs || refusal === 'starting') && !isForm
        ? [{ href: url.replace(/^\/+/, '/'), label: t('again') }]
        : []),
      ...(CAN_BE_READ.includes(refusal) ? [{ href: url.replace(/^\/+/, '/'), label: t('read') }] : []),
      { href: '/', label: t('home') },
    ],
    band: headers['x-saling-direct'] === '1' ? t('trial') : undefined,
    nonce: /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    theme: /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1] as Theme | undefined,
  });
}

type Theme = 'light' | 'dark';

const wordsFor = (request: IncomingMessage, refusal: Refusal, language: InterfaceLanguage): RefusalWords =>
  wordsOf(refusal === 'too-large' && isUpload(request) ? 'too-large-file' : refusal, language);

function wordsOf(refusal: Refusal | 'too-large-file', language: InterfaceLanguage): RefusalWords {
  const t = translators[language];
  return { title: t(`${refusal}.title`), detail: t(`${refusal}.detail`) };
}
