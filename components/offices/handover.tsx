import { dayInWords, momentInWords } from '#components/cities/day.ts';
import { Local } from '#components/site/local.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Draft, OwnRecord } from '#lib/drafts/contract.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';

type Props = {
  city: string;
  today: string;
  people: OfficePerson[];
  drafts: Draft[];
  records: OwnRecord[];
  secretariats: readonly string[];
};

/** One page for the successor: who acts, what waits, what is on record, where things are. Offices, not persons. */
export function Handover({ city, today, people, drafts, records, secretariats }: Props) {
  const t = useTranslations('offices');
  const c = useTranslations('common');
  const locale = useLocale();
  return (
    <div className="onesheet">
      <PageTitle
        crumbs={[{ href: '/our-city', label: t('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('handover.title', { city })}
        under={t('handover.under', { day: dayInWords(today, locale) })}
      />
      <Section title={t('handover.waits')}>
        {drafts.length === 0 ? <p>{t('handover.nothingWaits')}</p> : <Drafts drafts={drafts} />}
      </Section>
      <Section title={t('handover.records')} place="block">
        <Records records={records} />
      </Section>
      <Section title={t('handover.who')} place="block" hint={t('handover.whoHint')}>
        <ul className="plainlist paper-columns">
          {people.map((person) => (
            <li key={person.appointmentId}>
              {t(`role.${person.role}`)}: {t(`state.${person.state}`)}{' '}
              {t('days.open', { from: dayInWords(person.fromOn, locale) })}
              {person.letterReference === null ? null : (
                <>
                  {' '}
                  {t.rich('handover.letter', {
                    number: () => <bdi key="number">{person.letterReference}</bdi>,
                  })}
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Where secretariats={secretariats} />
    </div>
  );
}

function Drafts({ drafts }: { drafts: Draft[] }) {
  const t = useTranslations('offices');
  return (
    <ul className="plainlist paper-columns">
      {drafts.map(({ id, kind, state, content, language }) => (
        <li key={id}>
          {t(`handover.kind.${kind}`)}:{' '}
          <bdi lang={language}>{String(content.title ?? t('handover.untitled'))}</bdi>.{' '}
          {t(state === 'draft' ? 'handover.draft' : 'handover.withOffice')}
        </li>
      ))}
    </ul>
  );
}

function Records({ records }: { records: OwnRecord[] }) {
  const t = useTranslations('offices');
  const locale = useLocale();
  if (records.length === 0) return <p>{t('handover.noRecords')}</p>;
  return (
    <ul className="plainlist paper-columns">
      {records.map(({ kind, id, title, confirmedAt }) => (
        <li key={`${kind}-${id}`}>
          {t(`handover.kind.${kind}`)}: <Local of={title} />.{' '}
          {confirmedAt === null
            ? t('handover.unconfirmed')
            : t('handover.confirmedOn', { day: momentInWords(new Date(confirmedAt), locale) })}
        </li>
      ))}
    </ul>
  );
}

const PLACES = ['our-city', 'people', 'appointments', 'account'] as const;
const ADDRESSES = {
  'our-city': '/our-city',
  people: '/our-city/people',
  appointments: '/appointments',
  account: '/account',
};

function Where({ secretariats }: { secretariats: readonly string[] }) {
  const t = useTranslations('offices');
  return (
    <>
      <Section title={t('handover.contacts')} place="block">
        <p>{t('handover.contactsText')}</p>
        <ul className="plainlist paper-columns">
          {secretariats.map((forum) => (
            <li key={forum}>{t('secretariatOf', { forum })}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('handover.where')} place="block">
        <ul className="plainlist paper-columns">
          {PLACES.map((place) => (
            <li key={place}>
              <a href={ADDRESSES[place]}>{ADDRESSES[place]}</a>: {t(`handover.place.${place}`)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
