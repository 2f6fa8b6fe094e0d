import { dayInWords } from '#components/cities/day.ts';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { LetterWords } from './letter-words.tsx';
import { OfficeName } from './office-name.tsx';

/** What is on record of one appointment. */
export function AppointmentFacts({ person }: { person: OfficePerson }) {
  const t = useTranslations('offices');
  const locale = useLocale();
  return (
    <Facts>
      <Fact label={t('fact.office')}>
        <OfficeName office={person.office} />
      </Fact>
      <Fact label={t('fact.role')}>{t(`role.${person.role}`)}</Fact>
      <Fact label={t('fact.address')}>{person.email ?? t('noAddress')}</Fact>
      <Fact label={t('column.state')}>{t(`state.${person.state}`)}</Fact>
      <Fact label={t('field.fromOn.label')}>{dayInWords(person.fromOn, locale)}</Fact>
      <Fact label={t('field.toOn.label')}>
        {person.toOn === null ? t('noLastDay') : dayInWords(person.toOn, locale)}
      </Fact>
      <Fact label={t('column.letter')}>
        <LetterWords person={person} />
      </Fact>
    </Facts>
  );
}
