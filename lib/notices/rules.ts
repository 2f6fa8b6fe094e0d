import { createTranslator } from 'use-intl/core';
import { DEFAULT_LANGUAGE, type InterfaceLanguage, isInterfaceLanguage } from '#lib/platform/language.ts';
import en from '#messages/en/mail.json' with { type: 'json' };
import id from '#messages/id/mail.json' with { type: 'json' };
import { MAIL_BUDGET, MOST_TRIES, type NoticeWords, type Sealed } from './contract.ts';

const messages: Record<InterfaceLanguage, Record<string, string | Record<string, string>>> = { en, id };

type Given = {
  language: string;
  template: string;
  params: Record<string, string | number>;
  sealed: Sealed | null;
};

/**
 * The words of a notice in its recipient's language.
 * @param lines of a mail of the day
 * @throws for a template that there is not
 */
export function wordsOf(notice: Given, lines: NoticeWords['lines'] = []): NoticeWords {
  const language = isInterfaceLanguage(notice.language) ? notice.language : DEFAULT_LANGUAGE;
  const { greeting, foot, [notice.template]: own } = messages[language];
  if (typeof own !== 'object') throw new Error(`there is no mail "${notice.template}"`);
  const parts: Record<string, string> = { ...own, greeting: String(greeting), foot: String(foot) };
  const translate = createTranslator({ locale: language, messages: { mail: parts }, namespace: 'mail' });
  const say = (part: string, more: Record<string, string> = {}): string | null =>
    translate.has(part) ? translate(part, { ...notice.params, ...more }) : null;
  const { sealed } = notice;
  const action = sealed === null ? null : say('action');
  return {
    language,
    subject: say('subject') ?? notice.template,
    paragraphs: [...paragraphsOf(say('greeting')), ...paragraphsOf(say('lead'))],
    action: sealed === null || action === null ? null : { words: action, href: sealed.path },
    code: sealed?.code === undefined ? null : say('code', { code: sealed.code }),
    lines,
    after: paragraphsOf(say('after')),
    foot: say('foot') ?? '',
  };
}

function paragraphsOf(text: string | null): string[] {
  return text === null ? [] : text.split('\n\n');
}

/** Plain text and simple HTML of the same words. @param base address of the site, without a slash at its end */
export function renderMail(
  words: NoticeWords,
  base: string,
): { subject: string; text: string; html: string } {
  const href = words.action === null ? null : `${base}${words.action.href}`;
  const lines = [
    ...words.paragraphs,
    ...words.lines.map((line) => `* ${oneLine(line.words)}\n  ${base}${line.href}`),
    ...(href === null ? [] : [`${words.action?.words}:\n${href}`]),
    ...(words.code === null ? [] : [words.code]),
    ...words.after,
    `-- \n${words.foot}`,
  ];
  return {
    subject: oneLine(words.subject),
    text: `${lines.join('\n\n')}\n`,
    html: htmlOf(words, href, base),
  };
}

function htmlOf(words: NoticeWords, href: string | null, base: string): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  const body = [
    ...words.paragraphs.map(paragraph),
    ...listOf(words.lines, base),
    ...(href === null
      ? []
      : [`<p><a href="${escaped(href)}"><strong>${escaped(words.action?.words ?? '')}</strong></a></p>`]),
    ...(words.code === null ? [] : [paragraph(words.code)]),
    ...words.after.map(paragraph),
    `<hr><p><small>${escaped(words.foot)}</small></p>`,
  ];
  const title = escaped(words.subject);
  return `<!doctype html>\n<html lang="${words.language}"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${body.join('\n')}\n</body></html>\n`;
}

function listOf(lines: NoticeWords['lines'], base: string): string[] {
  if (lines.length === 0) return [];
  const items = lines.map(
    ({ words, href }) => `<li><a href="${escaped(`${base}${href}`)}">${escaped(words)}</a></li>`,
  );
  return [`<ul>\n${items.join('\n')}\n</ul>`];
}

function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (letter) => names[letter] ?? letter);
}

/** A name that a person wrote must not begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * Whether a mail waits for the mail of the day instead of leaving by itself.
 * @param told of its recipient within 24 hours: how many left, and whether one was about the same page
 * @param isOvertaken a newer one about the same page is there
 */
export function waitsForDigest(
  notice: { about: string | null },
  told: { mails: number; isOfMatter: boolean; isOvertaken: boolean },
): boolean {
  return notice.about !== null && (told.isOvertaken || told.isOfMatter || told.mails >= MAIL_BUDGET);
}

const BACKOFF = [2, 5, 15, 60, 300, 900, 1800, 3600, 7200, 14_400, 28_800];

/** Seconds until the next try; null when it is given up. @param tries those made so far, at least one */
export function nextTry(tries: number): number | null {
  return tries >= MOST_TRIES ? null : (BACKOFF[tries - 1] ?? BACKOFF.at(-1) ?? 0);
}

/** What a mail server said: whether trying again can help. 5xx to an address or a text is its last word. */
export function isLastWord(failure: {
  responseCode?: number | undefined;
  code?: string | undefined;
}): boolean {
  if (failure.code === 'EAUTH') return false;
  return failure.responseCode !== undefined && failure.responseCode >= 500;
}
