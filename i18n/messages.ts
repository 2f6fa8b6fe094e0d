import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AbstractIntlMessages } from 'use-intl/core';
import type { InterfaceLanguage } from '#lib/platform/language.ts';

const loaded = new Map<InterfaceLanguage, AbstractIntlMessages>();

/**
 * All words of a language, one namespace per file of `messages/<language>/`.
 * Read once per process unless `isFresh` (development, where the files change).
 */
export function messagesFor(language: InterfaceLanguage, isFresh = false): AbstractIntlMessages {
  const known = loaded.get(language);
  if (known && !isFresh) return known;
  const folder = join(process.cwd(), 'messages', language);
  const messages: AbstractIntlMessages = {};
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue;
    messages[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  loaded.set(language, messages);
  return messages;
}
