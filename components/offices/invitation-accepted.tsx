import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';

/** She has said yes; what comes next, and when she can act. */
export function InvitationAccepted() {
  const t = useTranslations('offices.accepted');
  return (
    <>
      <PageTitle title={t('title')} under={t('under')} />
      <Section title={t('next.title')}>
        <div className="prose">
          <ol>
            <li>{t('next.signIn')}</li>
            <li>{t('next.letter')}</li>
            <li>{t('next.confirm')}</li>
          </ol>
        </div>
        <Actions>
          <ButtonLink href="/sign-in?to=%2Fappointments">{t('signIn')}</ButtonLink>
        </Actions>
      </Section>
    </>
  );
}
