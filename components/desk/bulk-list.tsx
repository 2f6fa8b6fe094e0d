import type { ReactNode } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { Choice } from '#components/ui/choice.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { useTranslations } from '#i18n/words.ts';

/** `isFixed`: nothing can be done with it, so it cannot be chosen. `version`: which one the reader saw. */
export type BulkRow = {
  id: string;
  label: ReactNode;
  cells: ReactNode[];
  isFixed?: boolean;
  version?: number;
};
export type BulkAction = { value: string; label: string };
export type Act = (data: FormData) => Promise<void>;

type Props = {
  name: string;
  act: Act;
  commandId: string;
  columns: Column[];
  rows: BulkRow[];
  actions: BulkAction[];
  /** Where the rest of a long list is. */
  more?: { count: number; href: string } | null;
  /** The page to show again, if not the desk itself, and the words that it is narrowed to. */
  back?: string;
  words?: string;
};

/** A list whose rows can be chosen, and what to do with the chosen ones. */
export function BulkList({ name, act, commandId, columns, rows, actions, more, back, words }: Props) {
  const t = useTranslations('desk');
  const isAny = rows.some(({ isFixed }) => isFixed !== true);
  return (
    <form action={act} className="onpaper-too">
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="list" value={name} />
      {back === undefined ? null : <input type="hidden" name="back" value={back} />}
      {words ? <input type="hidden" name="q" value={words} /> : null}
      {rows.map(({ id, version }) =>
        version === undefined ? null : (
          <input key={id} type="hidden" name={`version-${id}`} value={version} />
        ),
      )}
      <DataTable
        isStacked
        columns={columns}
        rows={rows.map(({ id, label, cells, isFixed }) => ({
          key: id,
          cells: [
            isFixed === true ? (
              label
            ) : (
              <Choice key="choice" id={`${name}-${id}`} name="id" value={id}>
                {label}
              </Choice>
            ),
            ...cells,
          ],
        }))}
      />
      <Actions>
        {(isAny ? actions : []).map(({ value, label }, place) => (
          <Button key={value} name="do" value={value} isLine={place > 0}>
            {label}
          </Button>
        ))}
        {more ? <a href={more.href}>{t('all', { count: more.count })}</a> : null}
      </Actions>
    </form>
  );
}
