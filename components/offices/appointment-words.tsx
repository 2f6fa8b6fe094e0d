import { dayInWords } from '#components/cities/day.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';

/** "named, waits for confirmation" or "acts since ...", with its days. */
export function AppointmentWords({ person }: { person: OfficePerson }) {
  const t = useTranslations('offices');
  const locale = useLocale();
  const from = dayInWords(person.fromOn, locale);
  const until = person.toOn === null ? null : dayInWords(person.toOn, locale);
  const days = until === null ? t('days.open', { from }) : t('days.both', { from, until });
  return (
    <>
      {t(`state.${person.state}`)} {days}
    </>
  );
}
