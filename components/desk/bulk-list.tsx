import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { Choice } from '#components/ui/choice.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';

export type BulkRow = { id: string; label: ReactNode; cells: ReactNode[] };
export type BulkAction = { value: string; label: string };

type Props = {
  name: string;
  act: (data: FormData) => Promise<void>;
  commandId: string;
  columns: Column[];
  rows: BulkRow[];
  actions: BulkAction[];
  /** Where the rest of a long list is. */
  more: { count: number; href: string } | null;
};

/** A list whose rows can be chosen, and what to do with the chosen ones. */
export function BulkList({ name, act, commandId, columns, rows, actions, more }: Props) {
  const t = useTranslations('desk');
  return (
    <form action={act} className="onpaper-too">
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="list" value={name} />
      <DataTable
        isStacked
        columns={columns}
        rows={rows.map(({ id, label, cells }) => ({
          key: id,
          cells: [
            <Choice key="choice" id={`${name}-${id}`} name="id" value={id}>
              {label}
            </Choice>,
            ...cells,
          ],
        }))}
      />
      <Actions>
        {actions.map(({ value, label }, place) => (
          <Button key={value} name="do" value={value} isLine={place > 0}>
            {label}
          </Button>
        ))}
        {more === null ? null : <a href={more.href}>{t('all', { count: more.count })}</a>}
      </Actions>
    </form>
  );
}
