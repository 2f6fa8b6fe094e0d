import type { ReactNode } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { useFormatter, useLocale, useTranslations } from '#i18n/words.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';
import { MAX_TEXT } from '#lib/platform/fields.ts';
import type { Topic } from '#lib/topics/contract.ts';

type Props = { text: string; found: DescribedProblem; topics: Topic[] };

/** The text as it was sent and the topics understood; both can be changed and asked again. */
export function ProblemTopics({ text, found, topics }: Props) {
  const t = useTranslations('problem');
  const understood = new Set(found.topics.map((topic) => topic.code));
  const others = topics.filter((topic) => !understood.has(topic.code));
  return (
    <Section title={t('topicsTitle')} id="topics" place="doing">
      <form action="/problem">
        <TextAreaField
          id="problem"
          name="text"
          label={t('yourText')}
          after={<TextLanguage code={found.language} />}
          rows={4}
          maxLength={MAX_TEXT}
          defaultValue={text}
          required
        />
        <Choices legend={t('topicsLegend')} hint={found.topics.length > 0 ? t('topicsHint') : t('noTopics')}>
          <TopicChoices topics={found.topics} areChecked />
          <Fold summary={t('moreTopics')} isOpen={found.topics.length === 0}>
            <TopicChoices topics={others} areChecked={false} />
          </Fold>
        </Choices>
        <Actions>
          <Button isLine>{t('again')}</Button>
        </Actions>
      </form>
    </Section>
  );
}

/** One line under the title of the page: the topics understood, and the way to change them. */
export function UnderstoodAs({ topics }: { topics: Topic[] }) {
  const t = useTranslations('problem');
  const format = useFormatter();
  if (topics.length === 0) return null;
  const change = (words: ReactNode) => (
    <a key="change" href="#topics">
      {words}
    </a>
  );
  return t.rich('understood', { topics: format.list(topics.map((topic) => topic.label.text)), change });
}

function TopicChoices({ topics, areChecked }: { topics: Topic[]; areChecked: boolean }) {
  return topics.map((topic) => (
    <Choice
      key={topic.code}
      id={`topic-${topic.code}`}
      name="topic"
      value={topic.code}
      isChecked={areChecked}
    >
      {topic.label.text}
    </Choice>
  ));
}

function TextLanguage({ code }: { code: string | null }) {
  const t = useTranslations('problem');
  const page = useLocale();
  if (code === null) return t('savedNowhereElse');
  const language = new Intl.DisplayNames(page, { type: 'language' }).of(code) ?? code;
  return t('language', { language });
}
