import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { RecordItem } from '#components/ui/record.tsx';
import type { PracticeCard } from '#lib/practices/contract.ts';

type Props = {
  practice: PracticeCard;
  level?: 2 | 3;
  /** `title`: only whose and what, for narrow columns. */
  detail?: 'full' | 'title';
  /** The page is about the city already. */
  isOwnCity?: boolean;
  why?: ReactNode;
};

/** A practice in a list: whose, what, one sentence, source; searched words marked. */
export function PracticeRecord({ practice, level = 3, detail = 'full', isOwnCity = false, why }: Props) {
  const t = useTranslations('common');
  const isFull = detail === 'full';
  return (
    <RecordItem
      kind="filled"
      kindWord={t('practiceWord')}
      level={level}
      href={`/practices/${practice.id}`}
      where={isOwnCity ? undefined : <CityAndCountry city={practice.city} />}
      title={<Local of={practice.title} pieces={practice.highlights?.title} />}
      say={isFull ? <Local of={practice.summary} pieces={practice.highlights?.summary} isNoted /> : undefined}
      why={why}
      source={isFull && practice.source ? <SourceWords source={practice.source} /> : undefined}
    />
  );
}
