import { Section } from '#components/ui/section.tsx';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { useFormatter, useLocale, useTranslations } from '#i18n/words.ts';
import type { DescribedProblem } from '#lib/discovery/contract.ts';
import { MAX_TEXT } from '#lib/platform/fields.ts';
import { KeepOnDevice } from './keep-on-device.tsx';
import { keepWords } from './keep-words.ts';

type Props = { text: string; draft: DescribedProblem['draft']; topicLabel: (code: string) => string };

/** A need in the making, to be changed and kept on the device, and what happens with it next. */
export function NeedDraft({ text, draft, topicLabel }: Props) {
  const t = useTranslations('problem');
  const format = useFormatter();
  const topics = format.list(draft.topics.map(topicLabel));
  return (
    <Section title={t('draftTitle')} hint={t('draftHint')} place="block">
      <TextField id="draft-title" label={t('draftName')} defaultValue={draft.title} maxLength={200} />
      <TextAreaField
        id="draft-text"
        label={t('draftText')}
        after={topics === '' ? undefined : t('draftTopics', { topics })}
        rows={5}
        maxLength={MAX_TEXT}
        defaultValue={draft.description}
      />
      <KeepOnDevice
        store="draft"
        subject={text}
        fields="draft-title draft-text"
        restore="always"
        words={{ ...keepWords(t), idle: t('draftIdle') }}
        language={useLocale()}
      />
      <h3 className="mt-6">{t('draftNext')}</h3>
      <ol className="numbered">
        <li>{t('draftNext1')}</li>
        <li>{t('draftNext2')}</li>
        <li>{t('draftNext3')}</li>
      </ol>
    </Section>
  );
}
