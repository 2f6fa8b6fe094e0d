import { fileAddress } from '#components/records/file-facts.ts';
import { useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';

/** How the letter of an appointment is filed: its number, its photo, or that it is to be named. */
export function LetterWords({ person }: { person: Pick<OfficePerson, 'letterReference' | 'letterFileId'> }) {
  const t = useTranslations('offices');
  const { letterReference, letterFileId } = person;
  if (letterReference === null && letterFileId === null) return t('noLetter');
  return (
    <>
      {letterReference === null ? null : <bdi>{letterReference}</bdi>}
      {letterFileId === null ? null : (
        <>
          {letterReference === null ? null : ' '}
          <a href={fileAddress(letterFileId)}>{t('letterPhoto')}</a>
        </>
      )}
    </>
  );
}
