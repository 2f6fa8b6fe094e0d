import { DEFAULT_LANGUAGE, type InterfaceLanguage, isInterfaceLanguage } from '#lib/platform/language.ts';

const A_YEAR = 60 * 60 * 24 * 365;

export type ResolvedLanguage = {
  language: InterfaceLanguage;
  /** A Set-Cookie value when the reader has just chosen; undefined otherwise. */
  cookie: string | undefined;
};

/** `?lang=`, then the cookie `lang`, then Accept-Language by quality; what is not known counts as not given. */
export function resolveLanguage(given: {
  target: string;
  cookie: string | undefined;
  acceptLanguage: string | undefined;
}): ResolvedLanguage {
  const chosen = new URLSearchParams(given.target.split('?')[1] ?? '').get('lang');
  if (isInterfaceLanguage(chosen)) {
    return { language: chosen, cookie: `lang=${chosen}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax` };
  }
  const kept = /(?:^|;\s*)lang=([^;]*)/.exec(given.cookie ?? '')?.[1];
  if (isInterfaceLanguage(kept)) return { language: kept, cookie: undefined };
  return { language: accepted(given.acceptLanguage ?? ''), cookie: undefined };
}

function accepted(header: string): InterfaceLanguage {
  const wishes = header
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean) ?? '1';
      return { language: primary(tag.trim()), quality: Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wishes.map((wish) => wish.language).find(isInterfaceLanguage) ?? DEFAULT_LANGUAGE;
}

/** `id-ID` is `id`; `in` is Indonesian's old code, which old Android still sends. */
function primary(tag: string): string {
  const code = tag.split('-')[0] ?? '';
  return code === 'in' ? 'id' : code;
}
