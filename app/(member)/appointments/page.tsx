import type { Metadata } from 'next';
import { acceptOwn } from '#app/offices/actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import { OfficeName } from '#components/offices/office-name.tsx';
import { OwnAppointments } from '#components/offices/own-appointments.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { getTranslations } from '#i18n/words.ts';
import { FILE_TYPES, MAX_UPLOAD } from '#lib/files/contract.ts';
import { getOwnAppointments } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('own.title'), robots: { index: false } };
}

export default async function AppointmentsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await memberContext();
  const { appointments, invitations } = await getOwnAppointments(context, {});
  const t = await getTranslations('offices');
  const { done, refused } = await searchParams;
  const words = await formWords(t('invitation.accept'));
  return (
    <>
      <PageTitle title={t('own.title')} under={t('own.under')} />
      <DoneNotice done={firstOf(done)} refused={firstOf(refused)} />
      <Section title={t('own.now')}>
        {appointments.length === 0 ? <p>{t('own.none')}</p> : <OwnAppointments appointments={appointments} />}
      </Section>
      {invitations.map(({ id, office, role }) => (
        <Section
          key={id}
          place="block"
          title={t.rich('own.invited', {
            role: t(`role.${role}`),
            office: () => <OfficeName key="office" office={office} />,
          })}
        >
          <ActionForm
            name={`accept-${id}`}
            action={acceptOwn}
            commandId={newId()}
            hidden={{ id, name: context.actor.name, office: office.id }}
            fields={[
              {
                kind: 'text',
                name: 'letterReference',
                label: t('field.letterReference.label'),
                hint: t('field.letterReference.later'),
              },
              {
                kind: 'file',
                name: 'file',
                label: t('field.letterFile.label'),
                hint: t('field.letterFile.hint'),
                accept: FILE_TYPES.join(','),
                most: { bytes: MAX_UPLOAD, words: t('wrong.too-large') },
              },
            ]}
            words={words}
          />
        </Section>
      ))}
    </>
  );
}
