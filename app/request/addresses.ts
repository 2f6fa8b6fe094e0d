import type { Metadata } from 'next';
import { INTERFACE_LANGUAGES, isInterfaceLanguage } from '#lib/platform/language.ts';

/**
 * Where search engines find this page, once and in each language. Nothing where the site does not know its own
 * public address: a wrong one would be worse.
 * @param asked path and query of the request
 */
export function publicAddresses(
  asked: string | null,
  publicUrl: string | undefined,
): Pick<Metadata, 'metadataBase' | 'alternates'> {
  if (publicUrl === undefined) return {};
  const metadataBase = new URL(publicUrl);
  if (asked === null) return { metadataBase };
  const [path = '/', query = ''] = asked.split('?', 2);
  const inLanguage = (language: string | null) => {
    const address = new URL(path.replace(/^\/{2,}/, '/'), metadataBase);
    if (isInterfaceLanguage(language)) address.searchParams.set('lang', language);
    return address.href;
  };
  const languages = Object.fromEntries(
    INTERFACE_LANGUAGES.map((language) => [language, inLanguage(language)]),
  );
  return {
    metadataBase,
    alternates: {
      canonical: inLanguage(new URLSearchParams(query).get('lang')),
      languages: { ...languages, 'x-default': inLanguage(null) },
    },
  };
}
