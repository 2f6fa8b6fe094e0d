import type { Reaction } from '#lib/core/events.ts';
import { issueSignIn } from '#lib/identity/commands/sign-in.ts';
import { SIGN_IN_ASKED, SIGN_IN_MINUTES } from '#lib/identity/contract.ts';
import { linkHash } from '#lib/identity/gateway.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import { newCode, newToken } from '#lib/platform/secret.ts';

/** Mails link and code to a known address; an unknown one gets nothing, and nobody who asked learns which it was. */
export const signInNotices: readonly Reaction[] = [
  {
    name: 'notices.sign-in',
    types: [SIGN_IN_ASKED],
    handle: async (tx, event) => {
      const requestId = String(event.payload.requestId);
      const [token, code] = [newToken(), newCode()];
      const to = await issueSignIn(tx, requestId, { linkHash: linkHash(token), code });
      if (to === null) return;
      await queueNotice(tx, {
        key: `sign-in:${requestId}`,
        personId: to.personId,
        email: to.email,
        language: to.language,
        template: 'sign-in',
        params: { minutes: SIGN_IN_MINUTES },
        sealed: { path: `/sign-in/link?token=${token}`, code },
        isTrial: to.isTrial,
        expiresAt: to.expiresAt,
      });
    },
  },
];
