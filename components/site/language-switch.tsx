import { useLocale, useTranslations } from '#i18n/words.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import { withLanguage } from './with-language.ts';

/** Every language by its own name; the present one is a word, the others are links to the same page. */
export function LanguageSwitch({ path }: { path?: string | undefined }) {
  const t = useTranslations('common');
  const present = useLocale();
  return (
    <nav className="languages" aria-label={t('language')}>
      {INTERFACE_LANGUAGES.map((language) =>
        language === present ? (
          <span key={language} aria-current="true" lang={language}>
            {t(`languageName.${language}`)}
          </span>
        ) : (
          <a
            key={language}
            href={withLanguage(path, language)}
            hrefLang={language}
            lang={language}
            rel="nofollow"
          >
            {t(`languageName.${language}`)}
          </a>
        ),
      )}
    </nav>
  );
}
