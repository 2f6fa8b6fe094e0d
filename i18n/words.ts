import { headers } from 'next/headers';
import { cache, use } from 'react';
import { createFormatter, createTranslator, type Messages } from 'use-intl/core';
import { env } from '#lib/platform/env.ts';
import { DEFAULT_LANGUAGE, type InterfaceLanguage, isInterfaceLanguage } from '#lib/platform/language.ts';
import { messagesFor } from './messages.ts';

export type Words = ReturnType<typeof createTranslator<Messages>>;
export type Formats = ReturnType<typeof createFormatter>;
type Kept = { messages: Messages; words: Map<string, Words>; formats: Formats };

const timeZone = 'UTC';
const keptByLanguage = new Map<InterfaceLanguage, Kept>();

// Kept for the life of the process: parsed messages and formatters cost more than the rest of a page.
function keptFor(locale: InterfaceLanguage): Kept {
  const messages = messagesFor(locale, !env().isProduction);
  const known = keptByLanguage.get(locale);
  if (known?.messages === messages) return known;
  const kept = { messages, words: new Map(), formats: createFormatter({ locale, timeZone }) };
  keptByLanguage.set(locale, kept);
  return kept;
}

function wordsOf(locale: InterfaceLanguage, namespace = ''): Words {
  const { messages, words } = keptFor(locale);
  const known = words.get(namespace);
  if (known) return known;
  const made = createTranslator({ locale, messages, timeZone, ...(namespace && { namespace }) });
  words.set(namespace, made);
  return made;
}

/** The language that `server/` resolved from `?lang=`, cookie and Accept-Language; there is no path prefix. */
export const getLocale = cache(async (): Promise<InterfaceLanguage> => {
  const asked = (await headers()).get('x-saling-language');
  return isInterfaceLanguage(asked) ? asked : DEFAULT_LANGUAGE;
});

/** The words of a namespace (all, by their full keys, without one) in the reader's language; for async Server Components. */
export async function getTranslations(namespace?: string): Promise<Words> {
  return wordsOf(await getLocale(), namespace);
}

/** Numbers, dates and lists in the reader's language; for what is no component. */
export async function getFormatter(): Promise<Formats> {
  return keptFor(await getLocale()).formats;
}

/** For Server Components that are not async, like all `use…` below. */
export function useTranslations(namespace?: string): Words {
  return wordsOf(use(getLocale()), namespace);
}

export function useLocale(): InterfaceLanguage {
  return use(getLocale());
}

export function useFormatter(): Formats {
  return keptFor(use(getLocale())).formats;
}
