import { useTranslations } from 'next-intl';
import { SearchLine } from '#components/ui/search-line.tsx';

/** The box for a city's name; stands inside a form that leads to `/cities`. */
export function FindCity({ value = '' }: { value?: string }) {
  const t = useTranslations('cities');
  return (
    <SearchLine
      id="city-name"
      name="q"
      label={t('findLabel')}
      hint={t('findHint')}
      value={value}
      button={t('find')}
      maxLength={200}
    />
  );
}
