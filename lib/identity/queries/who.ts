import type { Actor, Person, Via } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { withActor } from '#lib/core/transaction.ts';
import { canonicalAddress } from '#lib/identity/rules.ts';
import { selectCurrentAppointments, selectPersonByEmail } from '#lib/identity/store/people.ts';
import {
  type KnownPerson,
  selectApiToken,
  selectSession,
  touchApiToken,
  touchSession,
} from '#lib/identity/store/sessions.ts';
import { tokenHash } from '#lib/platform/secret.ts';

const { actor: gate } = jobContext('sign-in');

/** What a token looks like; anything else is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/**
 * Who stands behind a session's token now; null when it has ended. Appointments are read anew each time, so
 * access that was taken away is gone with the next request. A desk of the trial copy acts there only.
 */
export async function personOfSession(token: string, isOnTrialCopy: boolean): Promise<Person | null> {
  if (!TOKEN.test(token)) return null;
  const found = await withActor(gate, async (tx) => {
    const row = await selectSession(tx, tokenHash(token));
    return row === undefined
      ? null
      : { row, appointments: await selectCurrentAppointments(tx, row.personId) };
  });
  if (found === null) return null;
  const { row, appointments } = found;
  if (row.isDueToTouch) await withActor(gate, (tx) => touchSession(tx, row.sessionId), 'read write');
  return toPerson(row, appointments, { kind: 'session', sessionId: row.sessionId }, isOnTrialCopy);
}

/** The same for `Authorization: Bearer`. */
export async function personOfToken(token: string, isOnTrialCopy: boolean): Promise<Person | null> {
  if (!TOKEN.test(token)) return null;
  const found = await withActor(gate, async (tx) => {
    const row = await selectApiToken(tx, tokenHash(token));
    return row === undefined
      ? null
      : { row, appointments: await selectCurrentAppointments(tx, row.personId) };
  });
  if (found === null) return null;
  const { row, appointments } = found;
  if (row.isDueToTouch) await withActor(gate, (tx) => touchApiToken(tx, row.tokenId), 'read write');
  const via = { kind: 'token' as const, tokenId: row.tokenId, scopes: row.scopes };
  return toPerson(row, appointments, via, isOnTrialCopy);
}

/**
 * Who has this address, with the rights of now; for the command line, which holds the database anyway. Null where
 * nobody has it, and for desks of the trial copy.
 */
export async function personOfEmail(address: string): Promise<Person | null> {
  const email = canonicalAddress(address);
  if (email === null) return null;
  const found = await withActor(gate, async (tx) => {
    const row = await selectPersonByEmail(tx, email);
    return row === undefined ? null : { row, appointments: await selectCurrentAppointments(tx, row.id) };
  });
  if (found === null) return null;
  const { row, appointments } = found;
  const via = { kind: 'token' as const, tokenId: 'cli', scopes: ['read' as const, 'write' as const] };
  return toPerson(
    { personId: row.id, email, name: row.name, isTrial: row.isTrial, language: row.language },
    appointments,
    via,
    false,
  );
}

function toPerson(
  row: KnownPerson,
  appointments: Person['appointments'],
  via: Via,
  isOnTrialCopy: boolean,
): Person | null {
  if (row.isTrial && !isOnTrialCopy) return null;
  const { personId, email, name, isTrial } = row;
  return { kind: 'person', personId, email, name, appointments, via, isTrial, isOnTrialCopy };
}

/**
 * The actor of a request that carries these; a visitor when a session has ended.
 * @throws SalingError `not-signed-in` for a token that is not valid: a program would not notice otherwise
 */
export async function actorOf(given: {
  session: string | undefined;
  bearer?: string | undefined;
  isOnTrialCopy: boolean;
}): Promise<Actor> {
  const { isOnTrialCopy } = given;
  const visitor = { kind: 'visitor' as const, isOnTrialCopy };
  if (given.bearer !== undefined) {
    const person = await personOfToken(given.bearer, isOnTrialCopy);
    if (person === null) throw new SalingError('not-signed-in');
    return person;
  }
  if (given.session === undefined) return visitor;
  return (await personOfSession(given.session, isOnTrialCopy)) ?? visitor;
}
