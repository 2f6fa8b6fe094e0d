import type { ReactNode } from 'react';
import { dayInWords, momentInWords } from '#components/cities/day.ts';
import { recordAddress } from '#components/corrections/address.ts';
import { AppointmentWords } from '#components/offices/appointment-words.tsx';
import { LetterWords } from '#components/offices/letter-words.tsx';
import { OfficeName } from '#components/offices/office-name.tsx';
import { excerpt } from '#components/site/excerpt.ts';
import { Local } from '#components/site/local.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Correction } from '#lib/corrections/contract.ts';
import type { Invitation, OfficePerson } from '#lib/identity/contract.ts';
import type { EvidenceToReview } from '#lib/practices/contract.ts';
import { type Act, BulkList } from './bulk-list.tsx';
import { type Listed, part } from './part.tsx';

type Common<Item> = Listed<Item> & { act: Act; commandId: string };

const LONG = 240;

export function RequestList(props: Common<Correction>) {
  const t = useTranslations('desk');
  const locale = useLocale();
  const { shown, more, press } = part(props, 'requests');
  return (
    <BulkList
      name="request"
      {...press}
      columns={[
        { key: 'record', label: t('column.record') },
        { key: 'wish', label: t('column.wish') },
        { key: 'from', label: t('column.from') },
        { key: 'since', label: t('column.since') },
      ]}
      rows={shown.map((one) => ({
        id: one.id,
        label: <a href={recordAddress(one.recordKind, one.recordKey)}>{one.recordKey}</a>,
        cells: [
          <div key="wish">
            <Message wish={t(`wish.${one.wish}`)} text={one.message} />
            {one.cityAnswer === null ? null : (
              <p className="small soft">{t(`cityAnswer.${one.cityAnswer}`)}</p>
            )}
          </div>,
          <bdi key="from">
            {[one.office, one.email].filter((part) => part !== null).join(', ') || t('unsaid')}
          </bdi>,
          momentInWords(new Date(one.askedAt), locale),
        ],
      }))}
      actions={[{ value: 'close-request', label: t('button.close') }]}
      more={more}
    />
  );
}

function Message({ wish, text }: { wish: string; text: string }) {
  if (text.length <= LONG) {
    return (
      <>
        {wish} <bdi>{text}</bdi>
      </>
    );
  }
  return (
    <details>
      <summary>
        {wish} <bdi>{text.slice(0, LONG)}…</bdi>
      </summary>
      <bdi>{text}</bdi>
    </details>
  );
}

export function ConfirmList(props: Common<OfficePerson>) {
  const t = useTranslations('desk');
  const o = useTranslations('offices');
  const { shown, more, press } = part(props, 'confirm');
  return (
    <BulkList
      name="appointment"
      {...press}
      columns={[
        { key: 'who', label: t('column.who') },
        { key: 'office', label: o('fact.office') },
        { key: 'letter', label: o('column.letter') },
        { key: 'days', label: t('column.days') },
      ]}
      rows={shown.map((person) => ({
        id: person.appointmentId,
        label: (
          <a href={`/appointments/${person.appointmentId}`}>
            <bdi>{person.name}</bdi>, {o(`role.${person.role}`)}
          </a>
        ),
        cells: [
          <OfficeName key="office" office={person.office} />,
          <LetterWords key="letter" person={person} />,
          <AppointmentWords key="days" person={person} />,
        ],
      }))}
      actions={[{ value: 'confirm', label: t('button.confirm') }]}
      more={more}
    />
  );
}

export function InvitationsList(props: Common<Invitation>) {
  const t = useTranslations('desk');
  const o = useTranslations('offices');
  const locale = useLocale();
  const { shown, more, press } = part(props, 'invitations');
  return (
    <BulkList
      name="invitation"
      {...press}
      columns={[
        { key: 'who', label: t('column.who') },
        { key: 'office', label: o('fact.office') },
        { key: 'state', label: o('column.state') },
      ]}
      rows={shown.map(({ id, email, role, office, state, expiresAt }) => ({
        id,
        label: `${email}, ${o(`role.${role}`)}`,
        cells: [
          <OfficeName key="office" office={office} />,
          o(state === 'expired' ? 'invitationExpired' : 'invitationUntil', {
            day: dayInWords(expiresAt.slice(0, 10), locale),
          }),
        ],
      }))}
      actions={[
        { value: 'resend', label: t('button.resend') },
        { value: 'withdraw', label: t('button.withdraw') },
      ]}
      more={more}
    />
  );
}

/** Practices whose kind of evidence a city proposes; what is said about it stays between the two. */
export function EvidenceList({
  form,
  ...props
}: Common<EvidenceToReview> & { form: (practice: EvidenceToReview) => ReactNode }) {
  const t = useTranslations('desk');
  const words = useTranslations('vocabulary');
  const { shown, more, press } = part(props, 'evidence');
  return (
    <>
      <BulkList
        name="evidence"
        {...press}
        columns={[
          { key: 'record', label: t('column.record') },
          { key: 'proposed', label: t('column.proposed') },
          { key: 'results', label: t('column.results') },
        ]}
        rows={shown.map((practice) => ({
          id: practice.id,
          version: practice.version,
          label: (
            <a href={`/practices/${practice.id}`}>
              <Local of={practice.title} />
            </a>
          ),
          cells: [
            t(practice.isByTransfer ? 'evidence.byTransfer' : 'evidence.proposed', {
              city: practice.city.name,
              kind: words(`evidence.${practice.proposed}`),
            }),
            practice.results === null ? (
              t('unsaid')
            ) : (
              <Local
                key="results"
                of={{ ...practice.results, text: excerpt(practice.results.text, practice.results.language) }}
              />
            ),
          ],
        }))}
        actions={[{ value: 'agree', label: t('button.agree') }]}
        more={more}
      />
      {shown.map((practice) => (
        <Fold
          key={practice.id}
          summary={
            <>
              {t('evidence.answer')} <Local of={practice.title} />
            </>
          }
        >
          {form(practice)}
        </Fold>
      ))}
    </>
  );
}
