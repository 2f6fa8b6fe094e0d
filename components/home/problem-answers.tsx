import type { ReactNode } from 'react';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { AnswerReason, DescribedProblem } from '#lib/discovery/contract.ts';

type Props = { answers: DescribedProblem['answers']; topicLabel: (code: string) => string };

/** Practices that answer a text, the closest first, each with why it stands here. */
export function ProblemAnswers({ answers, topicLabel }: Props) {
  const t = useTranslations('problem');
  if (answers.length === 0) return <NoAnswers />;
  return (
    <Section title={t('answersTitle')} hint={t('answersHint')}>
      <Records>
        {answers.map(({ practice, reason }) => (
          <PracticeRecord
            key={practice.id}
            practice={practice}
            why={<Reason reason={reason} topicLabel={topicLabel} />}
          />
        ))}
      </Records>
    </Section>
  );
}

function Reason({ reason, topicLabel }: { reason: AnswerReason; topicLabel: Props['topicLabel'] }) {
  const t = useTranslations('problem');
  const format = useFormatter();
  return t('why', {
    has: kindOf(reason),
    topics: format.list(reason.topics.map(topicLabel)),
    words: format.list(reason.words),
  });
}

function kindOf({ topics, words }: AnswerReason): 'both' | 'topics' | 'words' | 'neither' {
  if (topics.length > 0) return words.length > 0 ? 'both' : 'topics';
  return words.length > 0 ? 'words' : 'neither';
}

function NoAnswers() {
  const t = useTranslations('problem');
  const topics = (words: ReactNode) => (
    <a key="topics" href="/topics">
      {words}
    </a>
  );
  return (
    <Section title={t('answersTitle')}>
      <Empty title={t('noAnswers')}>
        <p>{t.rich('noAnswersHelp', { topics })}</p>
      </Empty>
    </Section>
  );
}
