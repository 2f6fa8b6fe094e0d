'use server';

import { runForm, textOf } from '#app/request/form.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { SalingError } from '#lib/core/errors.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import { openInvitation } from './open.ts';

/** The button behind the link: says yes for the address that the link was sent to. */
export async function acceptByLink(_before: FormState, data: FormData): Promise<FormState> {
  const token = textOf(data, 'token');
  return runForm(data, ['name', 'letterReference'], async (_reader, commandId, values) => {
    const opened = await openInvitation(token);
    if (!('invitation' in opened)) throw new SalingError('conflict', { params: { reason: 'expired' } });
    if (opened.state === 'other') throw new SalingError('conflict', { params: { reason: 'other-address' } });
    const { context, invitation } = opened;
    await acceptInvitation(context, commandId, {
      invitationId: invitation.id,
      name: values.name ?? '',
      letterReference: values.letterReference ?? '',
    });
    return '/invitation/accepted';
  });
}
