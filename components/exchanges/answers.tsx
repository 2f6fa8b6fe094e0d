import { ActionForm } from '#components/offices/action-form.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay, useFormWords } from './words.ts';

/** Written answers, and where the next one is written. */
export function Answers(props: SectionProps) {
  const { exchange, timeZone } = props;
  const t = useTranslations('exchanges');
  const day = useDay(timeZone);
  const { answers, may } = exchange;
  if (answers.length === 0 && !may.includes('answer')) return null;
  return (
    <Section title={t('answers.title')} id="answers" place="block">
      {answers.map((answer) => (
        <div key={answer.at} className="mb-6">
          <p className="written" lang={answer.language} dir="auto">
            {answer.text}
          </p>
          <p className="source">
            {t('answers.by', { city: cityOf(exchange, answer.side).name, date: day(answer.at) })}
          </p>
        </div>
      ))}
      {may.includes('answer') ? <WriteAnswer {...props} /> : null}
    </Section>
  );
}

function WriteAnswer({ exchange, actions, newCommandId }: SectionProps) {
  const t = useTranslations('exchanges');
  const { id, version, other, answers, size } = exchange;
  const form = (
    <ActionForm
      name="answer"
      action={actions.sendAnswer}
      commandId={newCommandId()}
      hidden={{ id, version: String(version) }}
      fields={[
        {
          kind: 'area',
          name: 'text',
          label: t('field.text.label', { other: other.name }),
          hint: t('field.text.hint'),
          rows: 8,
        },
      ]}
      words={useFormWords(t('do.send-answer', { other: other.name }))}
      isLine
    />
  );
  // Of a question the answer is what comes next; else it is one more thing that can be written.
  if (answers.length === 0 && size === 'question') return form;
  return <Fold summary={t(answers.length === 0 ? 'answers.write' : 'answers.another')}>{form}</Fold>;
}
