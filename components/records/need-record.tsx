import type { ReactNode } from 'react';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { excerpt } from '#components/site/excerpt.ts';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { RecordItem } from '#components/ui/record.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

type Props = {
  need: Need;
  level?: 2 | 3;
  /** `title`: only whose and what, for narrow columns. */
  detail?: 'full' | 'title';
  /** The page is about the city already. */
  isOwnCity?: boolean;
  /** Instead of the beginning of the description. */
  say?: ReactNode;
  why?: ReactNode;
};

/** What a city looks for, in a list: whose, what, the problem, source. */
export function NeedRecord({ need, level = 3, detail = 'full', isOwnCity = false, say, why }: Props) {
  const t = useTranslations('common');
  const isFull = detail === 'full';
  const as = need.origin === 'compiled' ? 'challenge' : 'source';
  return (
    <RecordItem
      kind="open"
      kindWord={t('needWord')}
      level={level}
      href={`/needs/${need.id}`}
      where={isOwnCity ? undefined : <CityAndCountry city={need.city} />}
      title={<Local of={need.title} />}
      say={isFull ? (say ?? <Local of={short(need.description)} isNoted />) : undefined}
      why={why}
      source={isFull && need.source ? <SourceWords source={need.source} as={as} /> : undefined}
    />
  );
}

function short(text: LocalText): LocalText {
  return { ...text, text: excerpt(text.text, text.language) };
}
