'use server';

import { runForm, textOf } from '#app/request/form.ts';
import { outcomeQuery } from '#components/desk/outcome.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { reviewEvidence } from '#lib/practices/commands/evidence.ts';

/** What the secretariat says of a proposed kind of evidence. */
export async function answerEvidence(_before: FormState, data: FormData): Promise<FormState> {
  const [id, version] = [textOf(data, 'id'), textOf(data, 'version')];
  return runForm(data, ['isAgreed', 'note'], async (context, commandId, { isAgreed, note }) => {
    await reviewEvidence(context, commandId, { id, version, isAgreed: isAgreed === 'yes', note: note ?? '' });
    return `/desk?${outcomeQuery(isAgreed === 'yes' ? 'agree' : 'differ', [id], [])}`;
  });
}
