import { localTime } from '#components/cities/local-time.ts';
import { monthName } from '#components/hosting/months.ts';
import type { ContextItem } from '#components/ui/match-card.tsx';
import { useFormatter, useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Match } from '#lib/matching/contract.ts';

/** What two cities have in common apart from the subject, and what nobody has told us, in words. */
export function useContextItems(own: CityRef, match: Match, now: Date): ContextItem[] {
  const t = useTranslations('matching');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormatter();
  const number = useShortNumber();
  const language = useLocale();
  const { size, coast, time, languages, isSameCountry } = match.context;
  const verdict = (relation: 'same' | 'different' | 'unknown') => t(`relation.${relation}`);
  const names = (codes: string[]) =>
    format.list(
      codes.map((code) => (words.has(`languageName.${code}`) ? words(`languageName.${code}`) : code)),
    );
  const offset = (zone: string) => localTime(zone, language, now).offset;
  const residents = (value: number | null) => (value === null ? t('notKnown') : number(value));
  const items: ContextItem[] = [
    {
      key: 'size',
      label: t('size'),
      verdict: verdict(size.relation),
      detail: t('both', { own: residents(size.own), other: residents(size.other) }),
    },
    {
      key: 'coast',
      label: t('coast'),
      verdict: verdict(coast.relation),
      detail:
        coast.own === coast.other
          ? t(`bothCoast.${coast.own}`)
          : t('pair', { own: words(`coast.${coast.own}`), other: words(`coast.${coast.other}`) }),
    },
    {
      key: 'time',
      label: t('time'),
      verdict: verdict(time.relation),
      detail:
        time.relation === 'same'
          ? offset(time.own)
          : t('both', { own: offset(time.own), other: offset(time.other) }),
    },
    {
      key: 'languages',
      label: t('languages'),
      verdict: languages.relation === 'shared' ? t('relation.shared') : verdict(languages.relation),
      detail:
        languages.relation === 'different'
          ? t('pair', { own: names(languages.own), other: names(languages.other) })
          : names(languages.shared),
    },
    {
      key: 'country',
      label: t('country'),
      verdict: verdict(isSameCountry ? 'same' : 'different'),
      detail: isSameCountry
        ? common(`country.${own.country}`)
        : t('both', {
            own: common(`country.${own.country}`),
            other: common(`country.${match.city.country}`),
          }),
    },
  ];
  return [...items, useHostingItem(match), ...useTieItem(match)];
}

/** What the other city says that it can still host this year; not known where it has not said. */
function useHostingItem({ hosting }: Match): ContextItem {
  const t = useTranslations('matching');
  const format = useFormatter();
  const language = useLocale();
  const { state, months } = hosting;
  if (state === 'unknown') {
    return { key: 'hosting', label: t('hosting'), verdict: t('notKnownYet'), detail: t('askThem') };
  }
  const names = format.list(months.map((month) => monthName(month, language)));
  return {
    key: 'hosting',
    label: t('hosting'),
    verdict: t(`hostingIs.${state}`),
    detail: state === 'full' ? t('hostingFull') : t('hostingIn', { months: names }),
  };
}

/** The latest tie, where there is one; all of them stand below. */
function useTieItem({ ties }: Match): ContextItem[] {
  const t = useTranslations('ties');
  const [latest] = ties;
  if (latest === undefined) return [];
  const { kind, year, state } = latest;
  const detail = [t(`kind.${kind}`), year].filter((part) => part !== null).join(', ');
  return [{ key: 'ties', label: t('match.title'), verdict: t(`match.verdict.${state}`), detail }];
}

/** 2,444,160 is "2.4 million", 119,251 is "119,000": nobody compares single residents. */
function useShortNumber(): (value: number) => string {
  const format = useFormatter();
  return (value) =>
    value >= 1_000_000
      ? format.number(value, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 })
      : format.number(value, { maximumSignificantDigits: value >= 100_000 ? 3 : 2 });
}
