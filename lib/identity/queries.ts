import { z } from 'zod';
import type { Actor, Person, Via } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { withActor } from '#lib/core/transaction.ts';
import { DEFAULT_LANGUAGE } from '#lib/platform/language.ts';
import { tokenHash } from '#lib/platform/secret.ts';
import type { LinkState, MyData, OwnSession } from './contract.ts';
import { deviceOf } from './rules.ts';
import { selectCurrentAppointments, selectLanguage } from './store/people.ts';
import { selectEverythingAbout } from './store/personal-data.ts';
import {
  type KnownPerson,
  selectApiToken,
  selectSession,
  selectSessionsOf,
  touchApiToken,
  touchSession,
} from './store/sessions.ts';
import { selectSignInRequest } from './store/sign-in.ts';
import { selectOwnTokens } from './store/tokens.ts';

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

/**
 * Everything that is stored about the person who asks, for her to read and take along.
 * @throws SalingError `not-found` for a visitor, `not-allowed` for a token
 */
export async function getMyData(context: Context): Promise<MyData> {
  const { actor } = context;
  if (actor.kind !== 'person') throw new SalingError('not-found');
  if (actor.via.kind !== 'session') throw new SalingError('not-allowed');
  const { self, ...rest } = await withActor(gate, (tx) => selectEverythingAbout(tx, actor.personId));
  if (self === undefined) throw new SalingError('not-found');
  const { name, email, language, consentVersion, consentLanguage, consentedAt, createdAt } = self;
  const consent = { version: consentVersion, language: consentLanguage, at: consentedAt };
  return { person: { name, email, language, createdAt, consent }, ...rest };
}

/** The person's tokens for programs that have not been taken back, newest first. Only in a session. */
export const listMyTokens = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor }) => {
    if (actor.kind !== 'person') throw new SalingError('not-found');
    return selectOwnTokens(tx, actor.personId);
  },
});
/** One's own sessions, the last used first, and the language of one's mails. @throws SalingError `not-signed-in` */
export async function getAccount(context: Context): Promise<{ language: string; sessions: OwnSession[] }> {
  const { actor } = context;
  if (actor.kind !== 'person') throw new SalingError('not-signed-in');
  const here = actor.via.kind === 'session' ? actor.via.sessionId : null;
  const { rows, language } = await withActor(actor, async (tx) => ({
    rows: await selectSessionsOf(tx, actor.personId),
    language: await selectLanguage(tx, actor.personId),
  }));
  const sessions = rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.device),
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isThis: row.id === here,
  }));
  return { language: language ?? DEFAULT_LANGUAGE, sessions };
}

/**
 * What a link of a mail is worth now, for the page with its button; looking at it changes nothing.
 * @param linkHash of its token, see gateway.ts
 */
export async function readLink(linkHash: string): Promise<LinkState & { returnTo: string | null }> {
  const row = await withActor(gate, (tx) => selectSignInRequest(tx, linkHash));
  if (row === undefined) return { state: 'unknown', email: null, returnTo: null };
  if (row.usedAt !== null) return { state: 'used', email: null, returnTo: null };
  if (row.isExpired) return { state: 'expired', email: null, returnTo: null };
  return { state: 'open', email: row.email, returnTo: row.returnTo };
}

export { selectContacts as officeContacts, selectHolders as officeHolders } from './store/people.ts';
