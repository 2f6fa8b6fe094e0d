import { z } from 'zod';
import { defineCommand, type Effect } from '#lib/core/command.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { datesInput, letterField, ROLES_BY_LETTER, ROLES_HELD_BY_ONE } from '#lib/identity/contract.ts';
import { mayConfirm, mayEnd, mayNameLetter, mayResume } from '#lib/identity/policy.ts';
import {
  endAppointmentRow,
  type FoundAppointment,
  lockAppointment,
  lockHolder,
  ownsFile,
  resumeAppointmentRow,
  selectToday,
  updateAppointment,
} from '#lib/identity/store/offices.ts';
import type { AppointmentRow } from '#lib/identity/store/people.ts';

/** `ended`: the appointment of who had the role before. */
type Changed = { changed: boolean; ended?: string };

const one = z.object({ appointmentId: z.uuid() });
const load = (tx: Tx, { appointmentId }: { appointmentId: string }) => lockAppointment(tx, appointmentId);

function changed(
  row: AppointmentRow,
  type: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  more: Record<string, string> = {},
): Effect<Changed> {
  const { id, organisationId, personId, role } = row;
  return {
    outcome: { changed: true, ...more },
    subject: { kind: 'appointment', id },
    before,
    after,
    event: {
      stream: `organisation:${organisationId}`,
      type,
      payload: { id, organisationId, personId, role, ...more },
    },
  };
}

const unchanged: Effect<Changed> = { outcome: { changed: false }, subject: null };

/** @throws SalingError `conflict` with the reason, where the appointment is in none of these states */
function inState(found: FoundAppointment | undefined, ...states: AppointmentRow['state'][]): AppointmentRow {
  if (found === undefined) throw new SalingError('not-found');
  if (!states.includes(found.row.state)) {
    throw new SalingError('conflict', { params: { reason: found.row.state } });
  }
  return found.row;
}

async function update(tx: Tx, row: AppointmentRow, changes: Parameters<typeof updateAppointment>[2]) {
  if (!(await updateAppointment(tx, row, changes))) throw new SalingError('conflict');
}

/**
 * Files the letter of an appointment: its number, its photo, or both. Without a photo, one that is there stays.
 * @throws SalingError `not-found` for a photo that neither the person nor her office has uploaded
 */
export const nameLetter = defineCommand({
  name: 'appointment.name-letter',
  input: one.extend({ letterReference: letterField, letterFileId: z.uuid().optional() }),
  load,
  policy: mayNameLetter,
  apply: async (tx, { letterReference = null, letterFileId: given }, found) => {
    const row = inState(found, 'named');
    const letterFileId = given ?? row.letterFileId;
    if (row.letterReference === letterReference && row.letterFileId === letterFileId) return unchanged;
    if (given !== undefined && !(await ownsFile(tx, given))) throw new SalingError('not-found');
    await update(tx, row, { letterReference, letterFileId });
    const after = { hasLetter: letterReference !== null || letterFileId !== null, letterFileId };
    return changed(row, 'appointment.changed', { letterFileId: row.letterFileId }, after);
  },
});

/**
 * Lets a named person act. Of focal points and deputies an office has one: the present one is ended in the same
 * step where `replaces` says so.
 * @throws SalingError `conflict` with the reason `no-letter`, `held` or `ended`
 */
export const confirmAppointment = defineCommand({
  name: 'appointment.confirm',
  input: one.extend({ replaces: z.boolean().default(false) }),
  load,
  policy: mayConfirm,
  apply: async (tx, { replaces }, found) => {
    if (found?.row.state === 'confirmed') return unchanged;
    const row = inState(found, 'named');
    if (ROLES_BY_LETTER.includes(row.role) && row.letterReference === null && row.letterFileId === null) {
      throw new SalingError('conflict', { params: { reason: 'no-letter' } });
    }
    const ended = await makeRoom(tx, row, replaces);
    await update(tx, row, { state: 'confirmed', isConfirmedNow: true });
    const { role, personId, organisationId } = row;
    return changed(
      row,
      'appointment.confirmed',
      { state: 'named' },
      { state: 'confirmed', role, personId, organisationId },
      ended === null ? {} : { ended },
    );
  },
});

/** Desks of the trial copy stand beside each other; a real office has one of these roles. */
async function makeRoom(tx: Tx, row: AppointmentRow, replaces: boolean): Promise<string | null> {
  if (!ROLES_HELD_BY_ONE.includes(row.role) || row.isTrial) return null;
  const holder = await lockHolder(tx, row);
  if (holder === undefined) return null;
  const isOver = holder.toOn !== null && holder.toOn < (await selectToday(tx));
  if (!replaces && !isOver) throw new SalingError('conflict', { params: { reason: 'held' } });
  await endAppointmentRow(tx, holder.id, holder.version);
  return holder.id;
}

/** What was done too long ago, people have been told of: it is ended or confirmed anew. */
function expectFresh(found: FoundAppointment | undefined): void {
  if (found?.isFresh !== true) throw new SalingError('conflict', { params: { reason: 'too-late' } });
}

/** Undoes a confirmation: named again, may do nothing. @throws SalingError `conflict` with the reason `too-late` */
export const unconfirmAppointment = defineCommand({
  name: 'appointment.unconfirm',
  input: one,
  load,
  policy: mayConfirm,
  apply: async (tx, _input, found) => {
    if (found?.row.state === 'named') return unchanged;
    const row = inState(found, 'confirmed');
    expectFresh(found);
    await update(tx, row, { state: 'named', isConfirmedNow: false });
    return changed(row, 'appointment.unconfirmed', { state: 'confirmed' }, { state: 'named' });
  },
});

/** Ends an appointment. Rights are gone with it, and every session of a person who has no other. */
export const endAppointment = defineCommand({
  name: 'appointment.end',
  input: one,
  load,
  policy: mayEnd,
  apply: async (tx, _input, found) => {
    if (found?.row.state === 'ended') return unchanged;
    const row = inState(found, 'named', 'confirmed');
    await endAppointmentRow(tx, row.id, row.version);
    return changed(row, 'appointment.ended', { state: row.state }, { state: 'ended' });
  },
});

/**
 * Undoes an end: the appointment runs again as it did; who was signed out signs in anew.
 * @throws SalingError `conflict` with the reason `too-late`, or `held` where somebody else has the role by now
 */
export const resumeAppointment = defineCommand({
  name: 'appointment.resume',
  input: one,
  load,
  policy: mayResume,
  apply: async (tx, _input, found) => {
    if (found !== undefined && found.row.state !== 'ended') return unchanged;
    const row = inState(found, 'ended');
    // Whoever erased herself is gone.
    if (found?.email === null) throw new SalingError('conflict', { params: { reason: 'ended' } });
    expectFresh(found);
    if (row.confirmedAt !== null) await makeRoom(tx, row, false);
    if (!(await resumeAppointmentRow(tx, row))) throw new SalingError('conflict');
    const state = row.confirmedAt === null ? 'named' : 'confirmed';
    return changed(row, 'appointment.resumed', { state: 'ended' }, { state });
  },
});

/** Moves first and last day. @throws SalingError `conflict` where somebody changed it since it was read */
export const changeDates = defineCommand({
  name: 'appointment.change-dates',
  input: datesInput,
  load,
  policy: mayConfirm,
  apply: async (tx, { version, fromOn, toOn = null }, found) => {
    const row = inState(found, 'named', 'confirmed');
    if (row.fromOn === fromOn && row.toOn === toOn) return unchanged;
    await update(tx, { ...row, version }, { fromOn, toOn });
    const { fromOn: wasFrom, toOn: wasTo } = row;
    return changed(row, 'appointment.changed', { fromOn: wasFrom, toOn: wasTo }, { fromOn, toOn });
  },
});
