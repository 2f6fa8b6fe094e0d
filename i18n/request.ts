import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesFor } from '#i18n/messages.ts';
import { env } from '#lib/platform/env.ts';
import { DEFAULT_LANGUAGE, isInterfaceLanguage } from '#lib/platform/language.ts';

/** The language that `server/` resolved from `?lang=`, cookie and Accept-Language; there is no path prefix. */
export default getRequestConfig(async () => {
  const asked = (await headers()).get('x-saling-language');
  const language = isInterfaceLanguage(asked) ? asked : DEFAULT_LANGUAGE;
  return {
    locale: language,
    messages: messagesFor(language, !env().isProduction),
    timeZone: 'UTC',
  };
});
