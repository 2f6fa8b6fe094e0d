import { SECRETARIAT_ZONE, timeInWords } from '#components/cities/day.ts';
import { Button } from '#components/ui/button.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { LoggedMail } from '#lib/notices/contract.ts';
import { type Act, BulkList } from './bulk-list.tsx';

type Props = { mails: LoggedMail[]; act: Act; commandId: string };

/** One that carries an invitation is sent again with a new link, any other that failed as it is. */
const rowOf = ({ id, invitationId }: LoggedMail): string =>
  invitationId === null ? id : `invitation-${invitationId}`;

/** The log of mails: to whom, about what, and what became of each. */
export function MailTable({ mails, act, commandId }: Props) {
  const t = useTranslations('desk');
  const locale = useLocale();
  // Of one invitation the newest mail counts.
  const seen = new Set<string>();
  const isLatest = (row: string) => !seen.has(row) && seen.add(row) !== undefined;
  return (
    <BulkList
      name="mail"
      act={act}
      commandId={commandId}
      back="/desk/mails"
      columns={[
        { key: 'to', label: t('column.to') },
        { key: 'subject', label: t('column.subject') },
        { key: 'at', label: t('column.at') },
        { key: 'state', label: t('column.became') },
      ]}
      rows={mails.map((mail) => {
        const isFixed = !(isLatest(rowOf(mail)) && (mail.invitationId !== null || mail.isRepeatable));
        return {
          id: isFixed ? mail.id : rowOf(mail),
          isFixed,
          label: mail.email,
          cells: [
            <span key="subject" lang={mail.language}>
              {mail.subject}
            </span>,
            <time key="at" dateTime={mail.queuedAt}>
              {timeInWords(mail.queuedAt, locale, SECRETARIAT_ZONE)}
            </time>,
            <div key="state">
              {t(`mail.${mail.state}`)}
              {mail.problem ? <p className="soft small">{mail.problem}</p> : null}
            </div>,
          ],
        };
      })}
      actions={[{ value: 'resend-mail', label: t('button.resend') }]}
    />
  );
}

/** The ways to look at the log, and one press for everything that failed. */
export function FailedMails({ mails, act, commandId }: Props) {
  const t = useTranslations('desk');
  const rows = [...new Set(mails.filter(({ isRepeatable }) => isRepeatable).map(rowOf))];
  if (rows.length === 0) return null;
  return (
    <form action={act} className="do">
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="back" value="/desk/mails" />
      {rows.map((row) => (
        <input key={row} type="hidden" name="id" value={row} />
      ))}
      <Button name="do" value="resend-mail">
        {t('mail.resendFailed', { count: rows.length })}
      </Button>
    </form>
  );
}
