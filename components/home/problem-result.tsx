import { NeedRecord } from '#components/records/need-record.tsx';
import { ReadingAndDoing } from '#components/ui/columns.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { NeedDraft } from './need-draft.tsx';
import { ProblemAnswers } from './problem-answers.tsx';
import { ProblemCities } from './problem-cities.tsx';
import { ProblemTopics } from './problem-topics.tsx';

type Props = { text: string; found: DescribedProblem; topics: Topic[] };

/** What a described problem leads to: cities, then practices with their reasons left; understanding, draft right. */
export function ProblemResult({ text, found, topics }: Props) {
  const t = useTranslations('problem');
  const labels = new Map(topics.map((topic) => [topic.code, topic.label.text]));
  const topicLabel = (code: string) => labels.get(code) ?? code;
  return (
    <ReadingAndDoing
      reading={
        <>
          <ProblemCities cities={found.cities} />
          <ProblemAnswers answers={found.answers} topicLabel={topicLabel} />
          {found.closeNeeds.length > 0 ? (
            <Section title={t('closeTitle')} hint={t('closeHint')} place="rest block">
              <Records>
                {found.closeNeeds.map((need) => (
                  <NeedRecord key={need.id} need={need} />
                ))}
              </Records>
            </Section>
          ) : null}
        </>
      }
      beside={
        <>
          <ProblemTopics text={text} found={found} topics={topics} />
          <NeedDraft text={text} draft={found.draft} topicLabel={topicLabel} />
        </>
      }
    />
  );
}
