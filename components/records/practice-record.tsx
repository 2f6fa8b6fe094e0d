import type { ReactNode } from 'react';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { excerpt, excerptPieces } from '#components/site/excerpt.ts';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { RecordItem } from '#components/ui/record.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

type Props = {
  practice: PracticeCard;
  level?: 2 | 3;
  /** `title`: only whose and what, for narrow columns. */
  detail?: 'full' | 'title';
  /** The page is about the city already. */
  isOwnCity?: boolean;
  /** Instead of the beginning of the summary. */
  say?: ReactNode;
  why?: ReactNode;
};

/** A practice in a list: whose, what, one sentence, source; searched words marked. */
export function PracticeRecord({ practice, level = 3, detail = 'full', isOwnCity = false, say, why }: Props) {
  const t = useTranslations('common');
  const isFull = detail === 'full';
  const isPlanned = practice.stage === 'planned';
  return (
    <RecordItem
      kind="filled"
      kindWord={t('practiceWord')}
      level={level}
      href={`/practices/${practice.id}`}
      where={isOwnCity && !isPlanned ? undefined : <Where practice={practice} isOwnCity={isOwnCity} />}
      title={<Local of={practice.title} pieces={practice.highlights?.title} />}
      say={isFull ? (say ?? <Summary practice={practice} />) : undefined}
      why={why}
      source={isFull && practice.source ? <SourceWords source={practice.source} /> : undefined}
    />
  );
}

/** Whose it is, and that it is only planned: a reader takes what stands in a list for done. */
function Where({ practice: { city, stage }, isOwnCity }: { practice: PracticeCard; isOwnCity: boolean }) {
  const v = useTranslations('vocabulary');
  const planned = stage === 'planned' ? v('stage.planned') : null;
  return (
    <>
      {isOwnCity ? null : <CityAndCountry city={city} />}
      {isOwnCity || planned === null ? null : ' · '}
      {planned}
    </>
  );
}

/** What was done: a summary often begins with the problem, which is no answer. */
function Summary({ practice: { summary, deedStart, highlights } }: { practice: PracticeCard }) {
  const short = { ...summary, text: excerpt(summary.text, summary.language, { from: deedStart }) };
  return (
    <Local
      of={short}
      pieces={
        highlights ? excerptPieces(highlights.summary, summary.language, { from: deedStart }) : undefined
      }
      isNoted
    />
  );
}
