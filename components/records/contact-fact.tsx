import { Fact } from '#components/ui/facts.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';

type Props = { record: { contactOffice: string | null; spokenLanguages: string[] } };

/** Which office knows more, and the languages in which it can answer. Nothing where neither is on record. */
export function ContactFact({ record: { contactOffice, spokenLanguages } }: Props) {
  const c = useTranslations('common');
  const v = useTranslations('vocabulary');
  const format = useFormatter();
  if (contactOffice === null && spokenLanguages.length === 0) return null;
  const languages = format.list(
    spokenLanguages.map((language) => v(`languageName.${language}`)),
    { type: 'unit' },
  );
  return (
    <Fact label={c('contact')}>
      {contactOffice}
      {spokenLanguages.length > 0 ? <p className="small soft">{c('answersIn', { languages })}</p> : null}
    </Fact>
  );
}
