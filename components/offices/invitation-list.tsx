import { dayInWords } from '#components/cities/day.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Invitation } from '#lib/identity/contract.ts';

type Act = (data: FormData) => Promise<void>;
type Props = { invitations: { invitation: Invitation; commandId: string }[]; act: Act; back: string };

/** Invitations of one office that wait for a yes. */
export function InvitationList({ invitations, act, back }: Props) {
  const t = useTranslations('offices');
  const locale = useLocale();
  return (
    <ul className="plainlist">
      {invitations.map(({ invitation: { id, email, role, state, expiresAt }, commandId }) => (
        <li key={id}>
          <p>
            {email}, {t(`role.${role}`)}
          </p>
          <p className="soft small">
            {t(state === 'expired' ? 'invitationExpired' : 'invitationUntil', {
              day: dayInWords(expiresAt.slice(0, 10), locale),
            })}
          </p>
          <form action={act} className="do">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="commandId" value={commandId} />
            <input type="hidden" name="back" value={back} />
            <button type="submit" className="linkbtn" name="do" value="resend">
              {t('button.resend')} <span className="hide">{email}</span>
            </button>
            <button type="submit" className="linkbtn" name="do" value="withdraw">
              {t('button.withdraw')} <span className="hide">{email}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
