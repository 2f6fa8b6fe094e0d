'use client';

import { useActionState } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { SheetRow } from '#lib/identity/contract.ts';
import { countNew, NO_SHEET, type SheetAction } from './sheet-state.ts';

export type SheetWords = {
  text: string;
  textHint: string;
  file: string;
  fileHint: string;
  check: string;
  send: string;
  ready: string;
  nobody: string;
  wrong: string;
  columns: { line: string; office: string; role: string; email: string; state: string };
  states: Record<string, string>;
  codes: Record<string, string>;
  fields: Record<string, string>;
  other: string;
};

/** Paste or upload, look at it, send it. Works without scripts: each step is one answer of the server. */
export function SheetForm({
  action,
  commandId,
  text,
  words,
}: {
  action: SheetAction;
  commandId: string;
  /** Rows to begin with. */
  text: string;
  words: SheetWords;
}) {
  const [state, dispatch] = useActionState(action, { ...NO_SHEET, text });
  const { rows } = state;
  const count = rows === null ? null : countNew(rows);
  return (
    <form action={dispatch} noValidate>
      <input type="hidden" name="commandId" value={commandId} />
      <div className="read">
        <TextAreaField
          id="sheet-text"
          name="text"
          label={words.text}
          hint={words.textHint}
          error={state.problem}
          rows={8}
          defaultValue={state.text}
          key={state.text}
        />
        <TextField
          id="sheet-file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          label={words.file}
          hint={words.fileHint}
        />
      </div>
      <Actions>
        <Button name="do" value="check" isLine={count !== null && count > 0}>
          {words.check}
        </Button>
        {count !== null && count > 0 ? (
          <Button name="do" value="send">
            {words.send}
          </Button>
        ) : null}
      </Actions>
      {rows === null ? null : <Preview rows={rows} count={count} words={words} />}
    </form>
  );
}

type Rows = SheetRow[];

function Preview({ rows, count, words }: { rows: Rows; count: number | null; words: SheetWords }) {
  const said = count === null ? words.wrong : count === 0 ? words.nobody : words.ready;
  return (
    <div className="block">
      <p className={count === null ? 'notice notice--error' : 'notice'} role="status">
        {said}
      </p>
      <DataTable
        isStacked
        columns={[
          { key: 'line', label: words.columns.line },
          { key: 'office', label: words.columns.office },
          { key: 'role', label: words.columns.role },
          { key: 'email', label: words.columns.email },
          { key: 'state', label: words.columns.state },
        ]}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            row.line,
            <bdi key="office">{row.office}</bdi>,
            row.role,
            <bdi key="email">{row.email}</bdi>,
            row.state === 'wrong'
              ? row.problems
                  .map(
                    ({ field, code }) =>
                      `${words.fields[field] ?? field}: ${words.codes[code] ?? words.other}`,
                  )
                  .join(' ')
              : words.states[row.state],
          ],
        }))}
      />
    </div>
  );
}
