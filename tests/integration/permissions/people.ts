import type { Actor, Role } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { sweepAppointments } from '#lib/identity/commands/sweep.ts';
import { createToken } from '#lib/identity/commands/tokens.ts';
import { COLUMNS, type Column } from '#lib/identity/permissions/columns.ts';
import { actorOf } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { type Office, openSession, signIn } from '#tests/support/people.ts';

export const OWN_CITY = 'semarang';
export const OTHER_CITY = 'baguio';

/** What somebody brings along: a session for pages and events, a token for the API, and what the core makes of it. */
export type Caller = { session: string; bearer: string; actor: Actor };

const OFFICES: Record<Exclude<Column, 'visitor'>, [Office, Role]> = {
  'own-head': [{ city: OWN_CITY }, 'head-of-office'],
  'own-focal-point': [{ city: OWN_CITY }, 'focal-point'],
  'own-deputy': [{ city: OWN_CITY }, 'deputy'],
  'own-staff': [{ city: OWN_CITY }, 'staff'],
  'other-head': [{ city: OTHER_CITY }, 'head-of-office'],
  'other-focal-point': [{ city: OTHER_CITY }, 'focal-point'],
  'other-deputy': [{ city: OTHER_CITY }, 'deputy'],
  'other-staff': [{ city: OTHER_CITY }, 'staff'],
  'officer-serving': [{ secretariat: 'AGMF' }, 'secretariat-officer'],
  'officer-elsewhere': [{ secretariat: 'MGMAC' }, 'secretariat-officer'],
  chair: [{ body: 'chair' }, 'chair'],
  observer: [{ body: 'observer' }, 'observer'],
  ended: [{ city: OWN_CITY }, 'staff'],
  'own-token-read': [{ city: OWN_CITY }, 'focal-point'],
  'own-token-write': [{ city: OWN_CITY }, 'focal-point'],
};

/** One caller for each column; the focal point of the tokens is the one of the sessions. */
export async function callers(): Promise<Record<Column, Caller>> {
  const made: Partial<Record<Column, Caller>> = {};
  for (const column of COLUMNS) made[column] = await caller(column);
  return made as Record<Column, Caller>;
}

const focalPoint = `${newId()}@office.example`;

async function caller(column: Column): Promise<Caller> {
  if (column === 'visitor') return { session: '', bearer: '', actor: visitor };
  const [office, role] = OFFICES[column];
  const isShared = column === 'own-focal-point' || column.startsWith('own-token');
  const email = isShared ? focalPoint : `${newId()}@office.example`;
  const span = column === 'ended' ? { fromOn: '2026-01-01', toOn: '2026-01-31' } : {};
  const { token: first, context } = await signIn(office, role, { email, ...span });
  const token = column === 'ended' ? await signInAgain(context.actor.personId) : first;
  const scopes = column === 'own-token-write' ? (['read', 'write'] as const) : (['read'] as const);
  const bearer = newToken();
  await createToken(jobContext('test'), newId(), {
    email,
    name: column,
    tokenHash: tokenHash(bearer),
    scopes: [...scopes],
  });
  const isToken = column.startsWith('own-token');
  const actor = await actorOf({
    session: token,
    ...(isToken ? { bearer } : {}),
    isOnTrialCopy: false,
  });
  return { session: isToken ? '' : token, bearer, actor };
}

/** The clock ends what has run out, and with it the sessions; who was appointed once may still sign in. */
async function signInAgain(personId: string): Promise<string> {
  await sweepAppointments();
  return openSession(personId);
}

const visitor: Actor = { kind: 'visitor', isOnTrialCopy: false };

export const contextOf = (actor: Actor): Context => ({ actor, language: 'en', requestId: 'test' });
