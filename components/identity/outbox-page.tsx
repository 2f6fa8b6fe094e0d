import { SECRETARIAT_ZONE, timeInWords } from '#components/cities/day.ts';
import { Empty } from '#components/ui/empty.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Records } from '#components/ui/record.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OutboxNotice } from '#lib/notices/contract.ts';

/** The mails of a trial copy, as their recipients would read them. */
export function OutboxPage({ notices }: { notices: OutboxNotice[] }) {
  const t = useTranslations('outbox');
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      {notices.length === 0 ? (
        <Empty title={t('none.title')}>{t('none.text')}</Empty>
      ) : (
        <Records isBare>
          {notices.map((notice) => (
            <One key={notice.id} notice={notice} />
          ))}
        </Records>
      )}
      <p className="soft mt-8">{t('unknownOnly')}</p>
    </>
  );
}

function One({ notice }: { notice: OutboxNotice }) {
  const t = useTranslations('outbox');
  const { words } = notice;
  const date = timeInWords(notice.createdAt, useLocale(), SECRETARIAT_ZONE);
  return (
    <li>
      <p className="where">
        {t('to', { email: notice.email, date })} ({t(`state.${notice.state}`)})
      </p>
      <h2 className="plain" lang={words.language}>
        {words.subject}
      </h2>
      <div className="read" lang={words.language}>
        {words.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {words.lines.length === 0 ? null : (
          <ul>
            {words.lines.map((line) => (
              <li key={line.href}>
                <a href={line.href}>{line.words}</a>
              </li>
            ))}
          </ul>
        )}
        {words.action ? (
          <p>
            <a href={words.action.href}>{words.action.words}</a>
          </p>
        ) : null}
        {words.code ? <p>{words.code}</p> : null}
        {words.after.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p className="small soft">{words.foot}</p>
      </div>
    </li>
  );
}
