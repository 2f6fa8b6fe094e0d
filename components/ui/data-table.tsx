import type { ReactNode } from 'react';

export type Column = { key: string; label: string; isNumber?: boolean };
export type Row = { key: string; cells: ReactNode[] };

type Props = {
  caption?: ReactNode;
  columns: Column[];
  /** Cells in the order of the columns; the first heads its row. */
  rows: Row[];
  /** On a phone each row becomes a small list, every cell with its column's label. */
  isStacked?: boolean;
};

/** A table of data with real headers. */
export function DataTable({ caption, columns, rows, isStacked = false }: Props) {
  return (
    <table className={isStacked ? 'data data--stack' : 'data'}>
      {caption ? <caption>{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.isNumber ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map((column, place) =>
              place === 0 ? (
                <th key={column.key} scope="row">
                  {row.cells[place]}
                </th>
              ) : (
                <td
                  key={column.key}
                  className={column.isNumber ? 'num' : undefined}
                  data-l={isStacked ? column.label : undefined}
                >
                  {row.cells[place]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
