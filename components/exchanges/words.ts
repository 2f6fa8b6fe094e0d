import { momentInWords } from '#components/cities/day.ts';
import type { FormWords } from '#components/offices/form-state.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';

/** A day in words, in the zone of the reader's city: "3 March 2027". */
export function useDay(timeZone: string): (at: string) => string {
  const language = useLocale();
  return (at) => momentInWords(new Date(at), language, { dateStyle: 'long', timeZone });
}

/** A stretch of days: "3 March 2027 to 5 March 2027"; one day where both are the same. */
export function useStretch(): (dates: { from: string; to: string }) => string {
  const t = useTranslations('exchanges');
  const language = useLocale();
  const day = (on: string) => momentInWords(new Date(`${on}T00:00:00Z`), language);
  return ({ from, to }) => (from === to ? day(from) : t('stretch', { from: day(from), to: day(to) }));
}

export function useFormWords(send: string): FormWords {
  const t = useTranslations('offices');
  return {
    send,
    errors: t('errors'),
    unreachable: { title: t('unreachable.title'), detail: t('unreachable.detail') },
  };
}

/** A time of day in the zone of the reader's city, which it names: "10:42 GMT+7". */
export function useClock(timeZone: string): (at: string) => string {
  const language = useLocale();
  return (at) =>
    momentInWords(new Date(at), language, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      timeZoneName: 'short',
    });
}
