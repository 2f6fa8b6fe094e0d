'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { reasonOf, runForm, textOf } from '#app/request/form.ts';
import { BULK_ACTS, type BulkAct, outcomeQuery } from '#components/desk/outcome.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { setMembership } from '#lib/cities/commands.ts';
import type { MembershipStatus } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import { closeCorrection, reopenCorrection } from '#lib/corrections/commands.ts';
import { confirmAppointment, unconfirmAppointment } from '#lib/identity/commands/appointments.ts';
import {
  reopenInvitation,
  resendInvitation,
  withdrawInvitation,
} from '#lib/identity/commands/invitations.ts';
import { resendMail } from '#lib/notices/commands/resend.ts';
import { derivedId, isUuid } from '#lib/platform/ids.ts';
import { reviewEvidence, unreviewEvidence } from '#lib/practices/commands/evidence.ts';
import { askForNews, unaskForNews } from '#lib/profile/commands/ask-news.ts';

const MAILS = '/desk/mails';

/** Rows that one press changes at most. */
const MOST = 100;
const ROW = /^[a-z0-9-]{1,200}$/;

type Run = (context: Context, commandId: string, id: string, version: string) => Promise<unknown>;
const RUN: Record<BulkAct, Run> = {
  confirm: (context, commandId, appointmentId) => confirmAppointment(context, commandId, { appointmentId }),
  unconfirm: (context, commandId, appointmentId) =>
    unconfirmAppointment(context, commandId, { appointmentId }),
  withdraw: (context, commandId, invitationId) => withdrawInvitation(context, commandId, { invitationId }),
  reopen: (context, commandId, invitationId) => reopenInvitation(context, commandId, { invitationId }),
  resend: (context, commandId, invitationId) => resendInvitation(context, commandId, { invitationId }),
  'resend-mail': resendOne,
  'close-request': (context, commandId, correctionId) =>
    closeCorrection(context, commandId, { correctionId }),
  'reopen-request': (context, commandId, correctionId) =>
    reopenCorrection(context, commandId, { correctionId }),
  agree: (context, commandId, id, version) =>
    reviewEvidence(context, commandId, { id, version, isAgreed: true }),
  unreview: (context, commandId, id) => unreviewEvidence(context, commandId, { id }),
  'ask-news': (context, commandId, citySlug) => askForNews(context, commandId, { citySlug }),
  'unask-news': (context, commandId, citySlug) => unaskForNews(context, commandId, { citySlug }),
};

/** A mail as it is; one that carries an invitation with a new link and its full time. */
function resendOne(context: Context, commandId: string, row: string): Promise<unknown> {
  const [, invitationId] = /^invitation-(.*)$/.exec(row) ?? [];
  return invitationId === undefined
    ? resendMail(context, commandId, { noticeId: row })
    : resendInvitation(context, commandId, { invitationId });
}

/** One button for all chosen rows: each is a command of its own, so that one refusal leaves the others done. */
export async function actOnMany(data: FormData): Promise<void> {
  const act = BULK_ACTS.find((one) => one === textOf(data, 'do'));
  const ids = data.getAll('id').filter((id): id is string => typeof id === 'string' && ROW.test(id));
  const lead = (query: string) => {
    const page = textOf(data, 'back') === MAILS ? MAILS : '/desk';
    const words = textOf(data, 'q');
    redirect(`${page}?${query}${words === '' ? '' : `&${new URLSearchParams({ q: words })}`}`);
  };
  if (act === undefined || ids.length === 0) return lead(outcomeQuery('nothing', [], []));
  const context = await readerContext();
  const commandId = textOf(data, 'commandId');
  const done: string[] = [];
  const refused: string[] = [];
  for (const id of [...new Set(ids)].slice(0, MOST)) {
    try {
      const ownId = isUuid(commandId) ? derivedId(commandId, `${act}:${id}`) : '';
      await RUN[act](context, ownId, id, textOf(data, `version-${id}`));
      done.push(id);
    } catch (error) {
      refused.push(reasonOf(error));
    }
  }
  lead(outcomeQuery(act, done, refused));
}

/** What an officer knows of a city in her forum. */
export async function recordMembership(_before: FormState, data: FormData): Promise<FormState> {
  return runForm(
    data,
    ['slug', 'forum', 'status', 'since', 'sourceUrl'],
    async (context, commandId, values) => {
      const { slug = '', forum = '', status = '', since = '', sourceUrl = '' } = values;
      await setMembership(context, commandId, {
        slug,
        forum: forum as 'AGMF',
        status: status as MembershipStatus,
        since,
        sourceUrl,
      });
      return `/desk/membership?${new URLSearchParams({ done: 'membership', of: `${slug}.${forum}` })}`;
    },
  );
}
