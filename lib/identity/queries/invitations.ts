import { z } from 'zod';
import { SalingError } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { selectInvitation } from '#lib/identity/store/invitations.ts';
import { toInvitation } from './offices.ts';

/** The invitation that a link is for, or one to the reader's own address. @throws SalingError `not-found` */
export const getInvitation = defineQuery({
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, _context) => {
    const found = await selectInvitation(tx, id);
    if (found === undefined) throw new SalingError('not-found');
    return toInvitation(found);
  },
});
