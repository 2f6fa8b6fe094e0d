import { type Answer, COLUMNS } from './columns.ts';
import { KINDS, PERMISSIONS } from './table.ts';

const TITLES = {
  page: 'Pages, with a session',
  command: 'Commands: every action, route and event that writes goes through one',
  api: 'API, with a token',
  event: 'Socket events, with a session',
};
const WORDS: Record<Answer, string> = { yes: 'yes', no: 'no', hidden: '–' };

/** The table as Markdown. */
export function permissionsDocument(): string {
  const head = `| | ${COLUMNS.join(' | ')} |\n| --- |${COLUMNS.map(() => ' --- |').join('')}`;
  const parts = KINDS.map((kind) => {
    const lines = PERMISSIONS.filter((row) => row.kind === kind).map(
      (row) => `| \`${row.id}\` | ${COLUMNS.map((column) => WORDS[row.cells[column]]).join(' | ')} |`,
    );
    return `## ${TITLES[kind]}\n\n${head}\n${lines.join('\n')}\n`;
  });
  const count = PERMISSIONS.length * COLUMNS.length;
  return `# Permissions

Made from \`lib/identity/permissions/table.ts\`; do not edit. ${count} cells, each run by \`tests/integration/permissions\`.

yes: allowed. no: it is there, but not for this role. –: it answers as something that does not exist.
own: at the city that the record belongs to. other: at another city. serving: of the secretariat that serves the city.
ended: somebody whose appointment has run out. token: of the own focal point, for reading, or for writing as well.

${parts.join('\n')}`;
}
