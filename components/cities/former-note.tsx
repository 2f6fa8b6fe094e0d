import { Local } from '#components/site/local.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';

/** Why a former local government still has a page, in the reader's language. Nothing for a present one. */
export function FormerNote({ city }: { city: City }) {
  const t = useTranslations('cities');
  const language = useLocale();
  if (city.formerNote === null) return null;
  return (
    <p className="read mt-8">
      {city.formerNote.language === language ? <Local of={city.formerNote} /> : t('formerNote')}
    </p>
  );
}
