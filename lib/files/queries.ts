import { z } from 'zod';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import { isUuid } from '#lib/platform/ids.ts';
import { selectFile } from './store.ts';

/** A file with its bytes. @throws SalingError `not-found`, also for a file that the actor may not see */
export const getFile = defineQuery({
  input: z.object({ id: z.string() }),
  run: async (tx, { id }) => {
    const found = isUuid(id) ? await selectFile(tx, id) : undefined;
    if (found === undefined) throw notFound();
    return found;
  },
});

export { selectFiles as filesById } from './store.ts';
