import { Actions, Button, QuietLink } from '#components/ui/button.tsx';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';

type Props = {
  email: string;
  /** The form came without its tick. */
  isMissing: boolean;
  commandId: string;
  erase: (data: FormData) => Promise<void>;
};

/** The last question before a person is erased. */
export function ErasePage({ email, isMissing, commandId, erase }: Props) {
  const t = useTranslations('personal');
  const errors = isMissing ? [{ fieldId: 'sure', message: t('eraseMissing') }] : [];
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/account/data', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('eraseTitle')}
        under={t('eraseLead', { email })}
      />
      <form action={erase} className="read">
        <ErrorSummary title={t('eraseErrors')} errors={errors} />
        <input type="hidden" name="commandId" value={commandId} />
        <ul>
          <li>{t('eraseGone')}</li>
          <li>{t('eraseStays')}</li>
          <li>{t('eraseEnds')}</li>
        </ul>
        <Choices legend={t('eraseQuestion')}>
          <Choice id="sure" name="sure" value="yes">
            {t('eraseSure')}
          </Choice>
        </Choices>
        <Actions>
          <Button>{t('eraseDo')}</Button>
          <QuietLink href="/account/data">{t('eraseKeep')}</QuietLink>
        </Actions>
      </form>
    </>
  );
}
