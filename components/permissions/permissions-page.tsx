import { DataTable } from '#components/ui/data-table.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';

type Group = { group: string; rows: { id: string; answers: Record<string, 'yes' | 'no' | 'hidden'> }[] };
type Props = { roles: readonly string[]; groups: Group[] };

/** Who may do what, in words: a table for each kind of thing, a list for each deed on a phone. */
export function PermissionsPage({ roles, groups }: Props) {
  const t = useTranslations('permissions');
  return (
    <>
      <PageTitle title={t('title')} under={t('under')} />
      <p className="read">{t('answers')}</p>
      {groups.map(({ group, rows }) => (
        <Section key={group} title={t(`group.${group}`)} place="block">
          <DataTable
            isStacked
            caption={<span className="hide">{t(`group.${group}`)}</span>}
            columns={[
              { key: 'deed', label: t('deed') },
              ...roles.map((role) => ({ key: role, label: t(`role.${role}`) })),
            ]}
            rows={rows.map(({ id, answers }) => ({
              key: id,
              cells: [t(`command.${id}`), ...roles.map((role) => t(`answer.${answers[role] ?? 'hidden'}`))],
            }))}
          />
        </Section>
      ))}
    </>
  );
}
