import { timeInWords } from '#components/cities/day.ts';
import { Actions, Button } from '#components/ui/button.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { type OwnSession, SESSION_DAYS, SESSION_IDLE_HOURS } from '#lib/identity/contract.ts';

type Props = {
  sessions: OwnSession[];
  /** Of the reader's office. */
  timeZone: string;
  endOne: (data: FormData) => Promise<void>;
  endOthers: () => Promise<void>;
};

/** Where a person is signed in, each with its own button to end it. */
export function SessionList({ sessions, timeZone, endOne, endOthers }: Props) {
  const t = useTranslations('account.sessions');
  return (
    <Section title={t('title')} hint={t('hint', { hours: SESSION_IDLE_HOURS, days: SESSION_DAYS })}>
      <Records isBare>
        {sessions.map((session) => (
          <One key={session.id} session={session} timeZone={timeZone} endOne={endOne} />
        ))}
      </Records>
      {sessions.length > 1 ? (
        <form action={endOthers}>
          <Actions>
            <Button>{t('endOthers')}</Button>
          </Actions>
        </form>
      ) : (
        <p className="soft">{t('noOthers')}</p>
      )}
    </Section>
  );
}

function One({ session, timeZone, endOne }: { session: OwnSession } & Pick<Props, 'timeZone' | 'endOne'>) {
  const t = useTranslations('account.sessions');
  const language = useLocale();
  const { id, browser, system, isThis } = session;
  const device =
    browser === '' && system === ''
      ? t('unknown')
      : browser === '' || system === ''
        ? `${browser}${system}`
        : t('device', { browser, system });
  const moment = (text: string) => timeInWords(text, language, timeZone);
  const lastSeen = moment(session.lastSeenAt);
  return (
    <li>
      <h3>
        {device}
        {isThis ? <strong> ({t('this')})</strong> : null}
      </h3>
      <p className="small soft">
        {t('lastSeen', { date: lastSeen })}; {t('started', { date: moment(session.startedAt) })}
      </p>
      <form action={endOne}>
        <input type="hidden" name="session" value={id} />
        <Actions>
          <button className="btn btn--line" type="submit">
            <span aria-hidden="true">{isThis ? t('endThis') : t('end')}</span>
            <span className="hide">{t('endNamed', { device, date: lastSeen })}</span>
          </button>
        </Actions>
      </form>
    </li>
  );
}
