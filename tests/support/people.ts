import type { Person, Role } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { appointDirectly } from '#lib/identity/commands/appoint.ts';
import { startSession } from '#lib/identity/commands/sessions.ts';
import { personOfSession } from '#lib/identity/queries/who.ts';
import { selectOffice } from '#lib/identity/store/offices.ts';
import { selectFirstOfKind, selectSecretariat } from '#lib/identity/store/organisations.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';

export type Office = { city: string } | { secretariat: 'AGMF' | 'MGMAC' } | { body: 'chair' | 'observer' };

const job = jobContext('test');

/** A new person with a confirmed appointment and a session: the way every test signs in. */
export async function signIn(
  office: Office,
  role: Role,
  options: { isTrial?: boolean; email?: string; fromOn?: string; toOn?: string } = {},
): Promise<{ token: string; context: Context & { actor: Person } }> {
  const { isTrial = false, email = `${newId()}@office.example`, fromOn = '2026-01-01', toOn } = options;
  const organisation = await withActor(job.actor, (tx) => {
    if ('city' in office) return selectOffice(tx, { kind: 'city-office', slug: office.city });
    return 'secretariat' in office
      ? selectSecretariat(tx, office.secretariat)
      : selectFirstOfKind(tx, office.body);
  });
  if (organisation === undefined) throw new Error('there is no such office');
  const { personId } = await appointDirectly(job, newId(), {
    organisationId: organisation.id,
    role,
    email,
    name: 'Office',
    fromOn,
    ...(toOn === undefined ? {} : { toOn }),
    isTrial,
  });
  const token = await openSession(personId);
  const actor = await personOfSession(token, isTrial);
  if (actor === null) throw new Error('the session did not open');
  return { token, context: { actor, language: 'en', requestId: 'test' } };
}

/** A session of somebody who is known already. */
export async function openSession(personId: string): Promise<string> {
  const token = newToken();
  await startSession(job, newId(), { personId, tokenHash: tokenHash(token) });
  return token;
}
