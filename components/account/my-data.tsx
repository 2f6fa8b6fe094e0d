import { dayInWords, momentInWords } from '#components/cities/day.ts';
import { Actions, Button, ButtonLink, More } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { type MyData, RETENTION_DAYS } from '#lib/identity/contract.ts';

type Props = {
  data: MyData;
  consentVersion: number;
  commandId: string;
  consent: (data: FormData) => Promise<void>;
};

const KEPT = Object.keys(RETENTION_DAYS) as (keyof typeof RETENTION_DAYS)[];

/** "What is stored about me", with export, consent and the way to be erased. */
export function MyDataPage({ data, consentVersion, commandId, consent }: Props) {
  const t = useTranslations('personal');
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/account', label: t('account') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        under={t('lead')}
      />
      <Section title={t('stored')}>
        <Stored data={data} />
        <Actions>
          <ButtonLink href="/account/data/export">{t('export')}</ButtonLink>
        </Actions>
      </Section>
      <Appointments data={data} />
      <Section title={t('privacy')} place="block">
        <div className="read prose">
          <p>{t('privacyWhy')}</p>
          <p>{t('privacyWho')}</p>
          <p>{t('privacyWhere')}</p>
          <p>{t('privacyStays')}</p>
        </div>
        <Consent
          given={data.person.consent}
          version={consentVersion}
          commandId={commandId}
          consent={consent}
        />
      </Section>
      <Section title={t('periods')} place="block">
        <DataTable
          columns={[
            { key: 'what', label: t('what') },
            { key: 'days', label: t('keptFor') },
          ]}
          rows={KEPT.map((key) => ({
            key,
            cells: [t(`period.${key}`), t('days', { days: RETENTION_DAYS[key] })],
          }))}
        />
        <More>
          <a href="/account/erase">{t('eraseTitle')}</a>
        </More>
      </Section>
    </>
  );
}

function Stored({ data }: { data: MyData }) {
  const t = useTranslations('personal');
  const language = useLocale();
  const { person, sessions, tokens, mails, invitations, texts, files, reviews, requests, actions } = data;
  const counts = { sessions, tokens, mails, invitations, texts, files, reviews, requests, actions };
  return (
    <Facts isWide>
      <Fact label={t('name')}>{person.name}</Fact>
      <Fact label={t('email')}>{person.email}</Fact>
      <Fact label={t('since')}>{momentInWords(person.createdAt, language)}</Fact>
      {Object.entries(counts).map(([key, list]) => (
        <Fact key={key} label={t(`count.${key as keyof typeof counts}`)}>
          {t('entries', { count: list.length })}
        </Fact>
      ))}
    </Facts>
  );
}

function Appointments({ data: { appointments } }: { data: MyData }) {
  const t = useTranslations('personal');
  const role = useTranslations('roles');
  const locale = useLocale();
  if (appointments.length === 0) return null;
  return (
    <Section title={t('appointments')} place="block">
      <DataTable
        isStacked
        columns={[
          { key: 'office', label: t('office') },
          { key: 'role', label: t('role') },
          { key: 'from', label: t('from') },
          { key: 'to', label: t('to') },
        ]}
        rows={appointments.map((entry) => ({
          key: `${entry.organisation} ${entry.role} ${entry.fromOn}`,
          cells: [
            entry.organisation,
            role(entry.role),
            dayInWords(entry.fromOn, locale),
            entry.toOn === null ? t('open') : dayInWords(entry.toOn, locale),
          ],
        }))}
      />
    </Section>
  );
}

function Consent({
  given,
  version,
  commandId,
  consent,
}: {
  given: MyData['person']['consent'];
  version: number;
  commandId: string;
  consent: Props['consent'];
}) {
  const t = useTranslations('personal');
  const language = useLocale();
  const names = useTranslations('common.languageName');
  if (given.version === version && given.at !== null) {
    const day = momentInWords(given.at, language);
    const inLanguage = names.has(given.language ?? '') ? names(given.language ?? '') : '';
    return <p className="hint">{t('consented', { version, day, language: inLanguage })}</p>;
  }
  return (
    <form action={consent}>
      <input type="hidden" name="commandId" value={commandId} />
      <Actions>
        <Button>{t('consent')}</Button>
      </Actions>
    </form>
  );
}
