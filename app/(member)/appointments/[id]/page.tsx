import type { Metadata } from 'next';
import { actOnOne, fileLetter, moveDates } from '#app/offices/actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { found } from '#app/request/found.ts';
import { noteSeen } from '#app/request/seen.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { AppointmentPage } from '#components/offices/appointment-page.tsx';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { FILE_TYPES, MAX_UPLOAD } from '#lib/files/contract.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { getAppointment } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('appointment.title'), robots: { index: false } };
}

export default async function OneAppointmentPage({ params, searchParams }: Props) {
  const context = await memberContext();
  const person = await found(getAppointment(context, { id: (await params).id }));
  if (person === null) return <Missing />;
  noteSeen(context, `/appointments/${person.appointmentId}`);
  const { done, refused, of } = await searchParams;
  const undo = {
    of: firstOf(of),
    act: actOnOne,
    commandId: newId(),
    back: `/appointments/${person.appointmentId}`,
  };
  return (
    <AppointmentPage
      person={person}
      notice={
        <DoneNotice
          done={firstOf(done)}
          refused={firstOf(refused)}
          undo={person.may.undo ? undo : undefined}
        />
      }
      act={actOnOne}
      commandIds={{ confirm: newId(), end: newId() }}
      isHeld={person.isHeld}
      letterForm={person.may.letter ? <LetterForm person={person} /> : null}
      datesForm={person.may.dates ? <DatesForm person={person} /> : null}
    />
  );
}

async function LetterForm({ person }: { person: OfficePerson }) {
  const t = await getTranslations('offices');
  return (
    <ActionForm
      name="letter"
      action={fileLetter}
      commandId={newId()}
      hidden={{ id: person.appointmentId, office: person.office.id }}
      fields={[
        {
          kind: 'text',
          name: 'letterReference',
          label: t('field.letterReference.label'),
          hint: t('field.letterReference.hint'),
          value: person.letterReference ?? '',
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
      words={await formWords(t('button.letter'))}
      isLine
    />
  );
}

async function DatesForm({ person }: { person: OfficePerson }) {
  const t = await getTranslations('offices');
  return (
    <ActionForm
      name="dates"
      action={moveDates}
      commandId={newId()}
      hidden={{ id: person.appointmentId, version: String(person.version) }}
      fields={[
        { kind: 'date', name: 'fromOn', label: t('field.fromOn.label'), value: person.fromOn },
        {
          kind: 'date',
          name: 'toOn',
          label: t('field.toOn.label'),
          hint: t('field.toOn.hint'),
          value: person.toOn ?? '',
        },
      ]}
      words={await formWords(t('button.dates'))}
      isLine
    />
  );
}
