import type { ReactNode } from 'react';
import { Button, More } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { AppointmentFacts } from './appointment-facts.tsx';

type Act = (data: FormData) => Promise<void>;
type Props = {
  person: OfficePerson;
  notice: ReactNode;
  act: Act;
  commandIds: { confirm: string; end: string };
  /** Whether the role is held by somebody else: confirming ends that appointment, if the reader says so. */
  isHeld: boolean;
  letterForm: ReactNode;
  datesForm: ReactNode;
};

/** One appointment: what is on record, and what the reader may do with it. */
export function AppointmentPage(props: Props) {
  const { person, notice, letterForm, datesForm } = props;
  const t = useTranslations('offices');
  return (
    <>
      <PageTitle title={<bdi>{person.name}</bdi>} under={t(`role.${person.role}`)} />
      {notice}
      <Columns layout="even">
        <Section title={t('appointment.record')}>
          <AppointmentFacts person={person} />
          <More>
            <a href={`/appointments/${person.appointmentId}/letter`}>{t('letter.link')}</a>
          </More>
        </Section>
        <div>
          <Confirm {...props} />
          {letterForm === null ? null : (
            <Section title={t('appointment.letter')} place="block" hint={t('appointment.letterHint')}>
              {letterForm}
            </Section>
          )}
          {datesForm === null ? null : (
            <Section title={t('appointment.dates')} place="block">
              {datesForm}
            </Section>
          )}
          <End {...props} />
        </div>
      </Columns>
    </>
  );
}

function Confirm({ person, act, commandIds, isHeld }: Props) {
  const t = useTranslations('offices');
  if (!person.may.confirm) return null;
  return (
    <Section
      title={t('appointment.confirm')}
      hint={t(isHeld ? 'appointment.heldHint' : 'appointment.confirmHint')}
    >
      <Press
        id={person.appointmentId}
        commandId={commandIds.confirm}
        act={act}
        what={isHeld ? 'replace' : 'confirm'}
      >
        {t(isHeld ? 'button.replace' : 'button.confirm')}
      </Press>
    </Section>
  );
}

function End({ person, act, commandIds }: Props) {
  const t = useTranslations('offices');
  if (!person.may.end) return null;
  return (
    <Section title={t('appointment.end')} place="block">
      <Fold summary={t('appointment.endSummary')}>
        <p>{t('appointment.endHint')}</p>
        <Press id={person.appointmentId} commandId={commandIds.end} act={act} what="end" isLine>
          {t('button.end')}
        </Press>
      </Fold>
    </Section>
  );
}

function Press(props: {
  id: string;
  commandId: string;
  act: Act;
  what: string;
  isLine?: boolean;
  children: ReactNode;
}) {
  return (
    <form action={props.act} className="do">
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="commandId" value={props.commandId} />
      <input type="hidden" name="back" value={`/appointments/${props.id}`} />
      <Button name="do" value={props.what} isLine={props.isLine === true}>
        {props.children}
      </Button>
    </form>
  );
}
