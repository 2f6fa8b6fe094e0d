import { createFormatter, createTranslator } from 'use-intl/core';
import type { Made } from '#components/papers/making.ts';
import { messagesFor } from '#i18n/messages.ts';
import type { InterfaceLanguage } from '#lib/platform/language.ts';

/** Words of a language as a page has them, and an address. */
export function wordsIn(language: InterfaceLanguage): Made {
  const given = { locale: language, timeZone: 'UTC' };
  return {
    words: createTranslator({ ...given, messages: messagesFor(language) }) as Made['words'],
    format: createFormatter(given),
    language,
    address: 'https://saling.example/exchanges/019ab3f0-1111-7222-8333-444455556666',
  };
}
