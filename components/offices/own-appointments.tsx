import { DataTable } from '#components/ui/data-table.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { AppointmentWords } from './appointment-words.tsx';
import { LetterWords } from './letter-words.tsx';
import { OfficeName } from './office-name.tsx';

/** What somebody acts as, or is named for. */
export function OwnAppointments({ appointments }: { appointments: OfficePerson[] }) {
  const t = useTranslations('offices');
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'office', label: t('fact.office') },
        { key: 'role', label: t('column.role') },
        { key: 'state', label: t('column.state') },
        { key: 'letter', label: t('column.letter') },
      ]}
      rows={appointments.map((one) => ({
        key: one.appointmentId,
        cells: [
          <a key="office" href={`/appointments/${one.appointmentId}`}>
            <OfficeName office={one.office} />
          </a>,
          t(`role.${one.role}`),
          <AppointmentWords key="state" person={one} />,
          <LetterWords key="letter" person={one} />,
        ],
      }))}
    />
  );
}
