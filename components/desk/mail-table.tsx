import { useFormatter, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import type { LoggedMail } from '#lib/notices/contract.ts';

type Props = {
  mails: { mail: LoggedMail; commandId: string }[];
  act: (data: FormData) => Promise<void>;
};

/** The log of mails: to whom, about what, and what became of each. */
export function MailTable({ mails, act }: Props) {
  const t = useTranslations('desk');
  const format = useFormatter();
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'to', label: t('column.to') },
        { key: 'subject', label: t('column.subject') },
        { key: 'at', label: t('column.at') },
        { key: 'state', label: t('column.became') },
      ]}
      rows={mails.map(({ mail, commandId }) => ({
        key: mail.id,
        cells: [
          mail.email,
          <span key="subject" lang={mail.language}>
            {mail.subject}
          </span>,
          <time key="at" dateTime={mail.queuedAt}>
            {format.dateTime(new Date(mail.queuedAt), {
              dateStyle: 'medium',
              timeStyle: 'short',
              timeZone: 'Asia/Jakarta',
            })}
          </time>,
          <div key="state">
            {t(`mail.${mail.state}`)}
            {mail.problem ? <p className="soft small">{mail.problem}</p> : null}
            {mail.invitationId ? (
              <form action={act}>
                <input type="hidden" name="id" value={mail.invitationId} />
                <input type="hidden" name="commandId" value={commandId} />
                <input type="hidden" name="back" value="/desk/mails" />
                <button type="submit" className="linkbtn" name="do" value="resend">
                  {t('mail.resend')} <span className="hide">{mail.email}</span>
                </button>
              </form>
            ) : null}
          </div>,
        ],
      }))}
    />
  );
}
