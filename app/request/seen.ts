import { after } from 'next/server';
import type { Context } from '#lib/core/context.ts';
import { seeShown } from '#lib/notices/commands/see.ts';

/** Once the page is sent: what its reader got mails about and now looks at is no news any more. */
export function noteSeen(context: Context, ...about: string[]): void {
  after(() => seeShown(context, ...about));
}
