'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { reasonOf, runForm, textOf } from '#app/request/form.ts';
import { keepSent, sentFile } from '#app/request/sent-file.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { INVITE_NAMES, NEW_OBSERVER } from '#components/offices/invite-fields.ts';
import { undoMembership } from '#lib/cities/commands.ts';
import type { Forum, Role } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { acceptInvitation } from '#lib/identity/commands/accept.ts';
import {
  changeDates,
  confirmAppointment,
  endAppointment,
  nameLetter,
  resumeAppointment,
  unconfirmAppointment,
} from '#lib/identity/commands/appointments.ts';
import {
  reopenInvitation,
  resendInvitation,
  withdrawInvitation,
} from '#lib/identity/commands/invitations.ts';
import { inviteToOffice, type Offered } from '#lib/identity/commands/invite.ts';
import { derivedId, newId } from '#lib/platform/ids.ts';
import { backTo } from './back.ts';

type Act = (context: Context, commandId: string, id: string) => Promise<unknown>;
const ACTS: Record<string, { done: string; run: Act }> = {
  resend: {
    done: 'sent-again',
    run: (context, commandId, invitationId) => resendInvitation(context, commandId, { invitationId }),
  },
  withdraw: {
    done: 'withdrawn',
    run: (context, commandId, invitationId) => withdrawInvitation(context, commandId, { invitationId }),
  },
  reopen: {
    done: 'reopened',
    run: (context, commandId, invitationId) => reopenInvitation(context, commandId, { invitationId }),
  },
  confirm: {
    done: 'confirmed',
    run: (context, commandId, appointmentId) => confirmAppointment(context, commandId, { appointmentId }),
  },
  unconfirm: {
    done: 'unconfirmed',
    run: (context, commandId, appointmentId) => unconfirmAppointment(context, commandId, { appointmentId }),
  },
  end: {
    done: 'ended',
    run: (context, commandId, appointmentId) => endAppointment(context, commandId, { appointmentId }),
  },
  resume: {
    done: 'resumed',
    run: (context, commandId, appointmentId) => resumeAppointment(context, commandId, { appointmentId }),
  },
  'undo-membership': {
    done: 'membership-undone',
    run: (context, commandId, id) => {
      const [slug = '', forum = ''] = id.split('.');
      return undoMembership(context, commandId, { slug, forum: forum as Forum });
    },
  },
};

/** One button beside one invitation or appointment; says on the page it came from what it did, and to what. */
export async function actOnOne(data: FormData): Promise<void> {
  const [verb, id, commandId] = [textOf(data, 'do'), textOf(data, 'id'), textOf(data, 'commandId')];
  const context = await readerContext();
  let said: Record<string, string> = {};
  try {
    if (verb === 'replace') said = await replace(context, commandId, id);
    else if (verb === 'unreplace') said = await unreplace(context, commandId, id);
    else if (ACTS[verb] !== undefined) {
      await ACTS[verb].run(context, commandId, id);
      said = { done: ACTS[verb].done, of: id };
    }
  } catch (error) {
    said = { refused: reasonOf(error) };
  }
  redirect(backTo(textOf(data, 'back'), said));
}

/** Confirms one appointment in the place of another; both are named, to undo it. */
async function replace(context: Context, commandId: string, appointmentId: string) {
  const { ended } = await confirmAppointment(context, commandId, { appointmentId, replaces: true });
  return { done: ended === undefined ? 'confirmed' : 'replaced', of: `${appointmentId}.${ended ?? ''}` };
}

async function unreplace(context: Context, commandId: string, both: string) {
  const [appointmentId = '', ended = ''] = both.split('.');
  await unconfirmAppointment(context, commandId, { appointmentId });
  await resumeAppointment(context, derivedId(commandId, ended), { appointmentId: ended });
  return { done: 'unreplaced' };
}

const SAID: Record<Offered['state'], string> = { made: 'invited', open: 'invited-before', held: 'holds-it' };

/** Invites one person, from the page of an office or of a secretariat. */
export async function sendInvitation(_before: FormState, data: FormData): Promise<FormState> {
  const back = textOf(data, 'back');
  return runForm(data, INVITE_NAMES, async (context, commandId, values) => {
    const { role = '', office = '', observer = '', email = '', ...rest } = values;
    const input = {
      ...rest,
      office: office === NEW_OBSERVER ? `${office}${observer}` : office,
      email,
      role: role as Role,
    };
    const { state, id } = await inviteToOffice(context, commandId, input);
    return backTo(back, { done: SAID[state], ...(state === 'made' ? { of: id } : {}) });
  });
}

/** Keeps the photo of a letter: for the office that it is about, or for the secretariat whose officer brings it. */
async function keepLetter(context: Context, data: FormData): Promise<{ letterFileId?: string }> {
  const file = sentFile(data, 'file');
  if (file === null || context.actor.kind !== 'person') return {};
  const office = textOf(data, 'office');
  const { appointments } = context.actor;
  const isOwn = appointments.some(({ organisationId }) => organisationId === office);
  const secretariat = appointments.find(({ role }) => role === 'secretariat-officer')?.organisationId;
  const { id } = await keepSent(context, newId(), isOwn ? office : (secretariat ?? office), file);
  return { letterFileId: id };
}

export async function fileLetter(_before: FormState, data: FormData): Promise<FormState> {
  const appointmentId = textOf(data, 'id');
  return runForm(data, ['letterReference', 'file'], async (context, commandId, { letterReference = '' }) => {
    const letter = await keepLetter(context, data);
    await nameLetter(context, commandId, { appointmentId, letterReference, ...letter });
    return backTo(`/appointments/${appointmentId}`, { done: 'letter' });
  });
}

export async function moveDates(_before: FormState, data: FormData): Promise<FormState> {
  const appointmentId = textOf(data, 'id');
  return runForm(data, ['fromOn', 'toOn'], async (context, commandId, { fromOn = '', toOn = '' }) => {
    const version = textOf(data, 'version');
    await changeDates(context, commandId, { appointmentId, fromOn, toOn, version });
    return backTo(`/appointments/${appointmentId}`, { done: 'dates' });
  });
}

/** Says yes to an invitation to one's own address. */
export async function acceptOwn(_before: FormState, data: FormData): Promise<FormState> {
  const invitationId = textOf(data, 'id');
  return runForm(data, ['name', 'letterReference', 'file'], async (context, commandId, values) => {
    const { name = '', letterReference = '' } = values;
    const letter = await keepLetter(context, data);
    await acceptInvitation(context, commandId, { invitationId, name, letterReference, ...letter });
    return backTo('/appointments', { done: 'accepted' });
  });
}
