import { z } from 'zod';
import { type Context, jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { MyData, OwnSession } from '#lib/identity/contract.ts';
import { deviceOf } from '#lib/identity/rules.ts';
import { selectLanguage } from '#lib/identity/store/people.ts';
import { selectEverythingAbout } from '#lib/identity/store/personal-data.ts';
import { selectSessionsOf } from '#lib/identity/store/sessions.ts';
import { selectOwnTokens } from '#lib/identity/store/tokens.ts';
import { DEFAULT_LANGUAGE } from '#lib/platform/language.ts';

const { actor: gate } = jobContext('sign-in');

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
