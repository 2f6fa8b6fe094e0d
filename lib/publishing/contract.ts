import { z } from 'zod';

/** The PostgreSQL channel on which socket servers hear what changed. */
export const WATCH_CHANNEL = 'saling_watch';

/** What an open match page receives: the city whose page has changed. Ids only; the page asks again. */
export const CHANGED_EVENT = 'match.changed';

/** A notice holds at most 8,000 bytes; 60 slugs of 100 letters fit. */
export const MOST_SLUGS = 60;

/** `isTrial`: only what desks of the trial copy see has changed. */
export const changedNotice = z.strictObject({
  slugs: z.array(z.string().max(100)).max(MOST_SLUGS),
  isTrial: z.boolean(),
});
export type ChangedNotice = z.infer<typeof changedNotice>;

export function watchRoom(slug: string, isTrial: boolean): string {
  return `${isTrial ? 'trial' : 'match'}:${slug}`;
}
