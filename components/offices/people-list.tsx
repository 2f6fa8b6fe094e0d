import { DataTable } from '#components/ui/data-table.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { AppointmentWords } from './appointment-words.tsx';
import { LetterWords } from './letter-words.tsx';

/** Who acts for an office, each with the way to the appointment. */
export function PeopleList({ people }: { people: OfficePerson[] }) {
  const t = useTranslations('offices');
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'name', label: t('column.name') },
        { key: 'role', label: t('column.role') },
        { key: 'state', label: t('column.state') },
        { key: 'letter', label: t('column.letter') },
      ]}
      rows={people.map((person) => ({
        key: person.appointmentId,
        cells: [
          <a key="name" href={`/appointments/${person.appointmentId}`}>
            <bdi>{person.name}</bdi>
          </a>,
          t(`role.${person.role}`),
          <AppointmentWords key="state" person={person} />,
          <LetterWords key="letter" person={person} />,
        ],
      }))}
    />
  );
}
