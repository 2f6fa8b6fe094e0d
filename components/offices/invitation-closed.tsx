import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Invitation } from '#lib/identity/contract.ts';
import { OfficeName } from './office-name.tsx';

type Props = {
  state: 'unknown' | 'expired' | 'accepted' | 'withdrawn' | 'other';
  invitation: Invitation | null;
};

/** A link that opens nothing: why, and what to do. */
export function InvitationClosed({ state, invitation }: Props) {
  const t = useTranslations('offices.closed');
  return (
    <>
      <PageTitle title={t(`${state}.title`)} />
      <div className="read prose">
        <p className="lead">
          {invitation
            ? t.rich(`${state}.withOffice`, {
                office: () => <OfficeName key="office" office={invitation.office} />,
              })
            : t(`${state}.text`)}
        </p>
        <p>{t(`${state}.next`)}</p>
        {state === 'accepted' ? (
          <p>
            <a className="linkline" href="/sign-in?to=%2Fappointments">
              {t('signIn')}
            </a>
          </p>
        ) : null}
      </div>
    </>
  );
}
