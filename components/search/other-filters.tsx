import type { ReactNode } from 'react';
import { CityName } from '#components/site/city-name.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';

/** Filters that a link from another page set, which the form has no choices for. */
export function useOtherFilters(
  city: CityRef | null,
  commitments: readonly number[] | undefined,
): { name: string; value: string; label: ReactNode }[] {
  const t = useTranslations('search');
  const title = useTranslations('home.commitment');
  return [
    ...(city ? [{ name: 'city', value: city.slug, label: <CityName city={city} /> }] : []),
    ...(commitments ?? []).map((number) => ({
      name: 'commitment',
      value: String(number),
      label: t('commitment', { number, title: title(String(number)) }),
    })),
  ];
}
