import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { SalingError } from '#lib/core/errors.ts';
import { addressField, MAX_TOKEN_DAYS, scopesField } from '#lib/identity/contract.ts';
import { selectPersonByEmail } from '#lib/identity/store/people.ts';
import { insertApiToken, revokeApiToken } from '#lib/identity/store/tokens.ts';
import { newId } from '#lib/platform/ids.ts';

/**
 * Makes a token for programs. The token itself never comes here, only its digest: it is shown once, by the caller.
 * A person makes her own, in a session; the command line (a job) makes one for anybody.
 * @throws SalingError `not-found` for an unknown address
 */
export const createToken = defineCommand({
  name: 'token.create',
  input: z.object({
    /** Whose; left out by the person herself. */
    email: addressField.optional(),
    name: z.string().trim().min(1).max(100),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    scopes: scopesField,
    days: z.number().int().min(1).max(MAX_TOKEN_DAYS).default(90),
  }),
  load: async (tx, { email }, { actor }) => {
    if (actor.kind === 'person') return actor.personId;
    if (actor.kind !== 'job' || email === undefined) return null;
    const person = await selectPersonByEmail(tx, email);
    return person === undefined || person.erasedAt !== null ? null : person.id;
  },
  policy: (actor, personId) => {
    if (personId === null) return 'not-found';
    return actor.kind === 'person' && actor.via.kind !== 'session' ? 'not-allowed' : null;
  },
  apply: async (tx, input, personId) => {
    const id = newId();
    const { name, tokenHash, scopes, days } = input;
    if (personId !== null) await insertApiToken(tx, { id, personId, name, tokenHash, scopes }, days);
    return {
      outcome: { tokenId: id },
      subject: { kind: 'token', id },
      after: { personId, scopes, days },
    };
  },
});

/** Takes one of one's own tokens back, at once. @throws SalingError `not-found` where it is not one's own */
export const revokeToken = defineCommand({
  name: 'token.revoke',
  input: z.object({ tokenId: z.uuid() }),
  load: async () => null,
  policy: (actor) => {
    if (actor.kind !== 'person') return 'not-found';
    return actor.via.kind === 'session' ? null : 'not-allowed';
  },
  apply: async (tx, { tokenId }) => {
    if (!(await revokeApiToken(tx, tokenId))) throw new SalingError('not-found');
    return { outcome: { tokenId }, subject: { kind: 'token', id: tokenId } };
  },
});
