import { z } from 'zod';
import type { Context } from '#lib/core/context.ts';
import { jobContext } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';
import { withActor } from '#lib/core/transaction.ts';
import { TRIAL_DESKS, type TrialDesk, trialDeskField } from '#lib/identity/contract.ts';
import { maySitDown } from '#lib/identity/policy.ts';
import {
  selectFirstOfKind,
  selectPresentOffice,
  selectSecretariat,
} from '#lib/identity/store/organisations.ts';
import { slugField } from '#lib/platform/fields.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { appointDirectly } from './appoint.ts';
import { startSession } from './sessions.ts';

/** One of the desks that are always offered, or the focal point's desk of any present city. */
const input = z.union([z.object({ desk: trialDeskField }), z.object({ city: slugField })]);
type Seat = Pick<TrialDesk, 'role' | 'city' | 'forum'> | { role: 'focal-point'; city: string; forum: null };

/**
 * Takes a seat at an office of the trial copy: an ordinary appointment, made when nobody sat there before, and an
 * ordinary session. @returns the session's token, for the cookie
 * @throws SalingError `not-found` outside the trial copy or for an unknown or former city, `invalid` for an unknown desk
 */
export async function sitDown(context: Context, rawInput: z.input<typeof input>): Promise<string> {
  if (maySitDown(context.actor) !== null) throw notFound();
  const given = parseInput(input, rawInput);
  const key = 'desk' in given ? given.desk : given.city;
  const desk: Seat = TRIAL_DESKS.find((entry) => entry.key === key) ?? {
    role: 'focal-point',
    city: key,
    forum: null,
  };
  const job = { ...jobContext('trial'), requestId: context.requestId };
  const office = await withActor(job.actor, (tx) => officeOf(tx, desk));
  if (office === undefined) throw notFound();
  const { personId } = await appointDirectly(job, newId(), {
    organisationId: office.id,
    role: desk.role,
    email: `${key}@trial.invalid`,
    // The office, never a person: nobody is named here.
    name: office.name,
    fromOn: '2026-01-01',
    isTrial: true,
  });
  const token = newToken();
  await startSession(job, newId(), { personId, tokenHash: tokenHash(token) });
  return token;
}

function officeOf(tx: Parameters<typeof selectPresentOffice>[0], desk: Seat) {
  if (desk.city !== null) return selectPresentOffice(tx, desk.city);
  return desk.forum === null ? selectFirstOfKind(tx, 'observer') : selectSecretariat(tx, desk.forum);
}
