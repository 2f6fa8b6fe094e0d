'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainRefusal, textOf } from '#app/request/form.ts';
import { outcomeQuery } from '#components/desk/outcome.ts';
import type { SheetState } from '#components/desk/sheet-state.ts';
import { getTranslations } from '#i18n/words.ts';
import { SalingError } from '#lib/core/errors.ts';
import { importInvitations, previewInvitations } from '#lib/identity/commands/import-invitations.ts';
import { MAX_SHEET } from '#lib/identity/contract.ts';

/** Looks at a spreadsheet, or invites everybody in it. Rows that are wrong come back with what is wrong. */
export async function handleSheet(_before: SheetState, data: FormData): Promise<SheetState> {
  const context = await readerContext();
  const text = await sheetOf(data);
  let made: string[];
  try {
    if (textOf(data, 'do') === 'send') {
      ({ ids: made } = await importInvitations(context, textOf(data, 'commandId'), { text }));
    } else {
      return { text, rows: await previewInvitations(context, { text }), problem: null };
    }
  } catch (error) {
    const problem = await problemOf(error, context);
    const isAboutRows = error instanceof SalingError && error.errors[0]?.pointer.startsWith('/rows/');
    return { text, rows: isAboutRows ? await previewInvitations(context, { text }) : null, problem };
  }
  redirect(`/desk?${outcomeQuery('invite', made, [])}`);
}

/** The file where one was chosen, else what was pasted. */
async function sheetOf(data: FormData): Promise<string> {
  const file = data.get('file');
  if (!(file instanceof File) || file.size === 0) return textOf(data, 'text');
  // One more than is allowed is enough to see that it is too big.
  return file.slice(0, MAX_SHEET + 1).text();
}

async function problemOf(error: unknown, context: Awaited<ReturnType<typeof readerContext>>) {
  const t = await getTranslations('desk');
  const [problem] = error instanceof SalingError ? error.errors : [];
  if (problem?.pointer.startsWith('/rows/')) return null;
  if (problem !== undefined && t.has(`sheet.problem.${problem.code}`)) {
    return t(`sheet.problem.${problem.code}`);
  }
  return (await explainRefusal(error, context)).detail;
}
