/** Languages of the interface. Records may hold text in any other language. */
export const INTERFACE_LANGUAGES = ['en', 'id'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
export const DEFAULT_LANGUAGE: InterfaceLanguage = 'en';

/** A text with the language that it is written in (BCP 47), so that `lang` can be right on every piece. */
export type LocalText = { text: string; language: string; isUncheckedTranslation: boolean };

/** Translations of one record: language -> field -> text. `isChecked` is false until an officer has read it. */
export type Translations = Record<string, { fields: Record<string, string>; isChecked: boolean }>;

export function isInterfaceLanguage(value: unknown): value is InterfaceLanguage {
  return INTERFACE_LANGUAGES.some((language) => language === value);
}

/** The reader's language where a translation of the field exists, else the original. */
export function localText(
  original: { text: string; language: string },
  field: string,
  translations: Translations,
  reader: InterfaceLanguage,
): LocalText {
  const translation = translations[reader];
  const text = translation?.fields[field];
  if (reader === original.language || translation === undefined || text === undefined) {
    return { text: original.text, language: original.language, isUncheckedTranslation: false };
  }
  return { text, language: reader, isUncheckedTranslation: !translation.isChecked };
}
