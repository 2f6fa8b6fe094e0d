import { Actions, Button } from '#components/ui/button.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { MAX_TEXT } from '#lib/platform/fields.ts';
import { KeepOnDevice } from './keep-on-device.tsx';
import { keepWords } from './keep-words.ts';

type Props = { text?: string; error?: string | undefined };

/** "Describe your problem": a plain form that works without scripts; with them the text is kept on the device. */
export function ProblemBox({ text = '', error }: Props) {
  const t = useTranslations('problem');
  return (
    <form action="/problem">
      <TextAreaField
        id="problem"
        name="text"
        isBig
        label={t('label')}
        hint={t('hint')}
        error={error}
        after={t('example')}
        rows={4}
        maxLength={MAX_TEXT}
        defaultValue={text}
        required
      />
      <Actions>
        <Button>{t('button')}</Button>
        <a href="/topics">{t('topicInstead')}</a>
      </Actions>
      <KeepOnDevice
        store="problem"
        subject=""
        fields="problem"
        restore="empty"
        words={keepWords(t)}
        language={useLocale()}
      />
    </form>
  );
}
