import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { withActor } from '#lib/core/transaction.ts';
import { putSeen, selectUnseen } from '#lib/notices/store/news.ts';
import { newId } from '#lib/platform/ids.ts';

const pageField = z.string().startsWith('/').max(200);

/** Notes that a person has looked at pages that she got mails about. A read mark: nothing of it in the trail. */
export const seeNews = defineCommand({
  name: 'news.see',
  input: z.object({ about: z.array(pageField).min(1).max(200) }),
  load: async () => null,
  policy: ({ kind }) => (kind === 'person' ? null : 'not-found'),
  apply: async (tx, { about }, _resource, { actor }) => {
    if (actor.kind !== 'person') throw notFound();
    const unseen = await selectUnseen(tx, actor.personId, about);
    if (unseen.size > 0) await putSeen(tx, actor.personId, [...unseen]);
    return { outcome: { seen: unseen.size }, subject: null };
  },
});

/** The same for a page that is being shown; writes only where something was unseen, and nothing for a token or link. */
export async function seeShown(context: Context, ...about: string[]): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'person' || actor.via.kind !== 'session') return;
  const unseen = await withActor(jobContext('news').actor, (tx) => selectUnseen(tx, actor.personId, about));
  if (unseen.size > 0) await seeNews(context, newId(), { about: [...unseen] });
}
