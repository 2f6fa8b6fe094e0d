import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Person } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { readerContext } from './context.ts';
import { answerMissing } from './found.ts';

export type SignedIn = Context & { actor: Person };

/**
 * Who asks for a page of `(member)`; a visitor is led to sign-in, and from there back to this page. Every page
 * asks for itself: Next makes the page and the layout around it at the same time.
 */
export async function memberContext(): Promise<SignedIn> {
  const context = await readerContext();
  if (context.actor.kind === 'person') return { ...context, actor: context.actor };
  const path = (await headers()).get('x-saling-path') ?? '/';
  return redirect(`/sign-in?to=${encodeURIComponent(path)}`);
}

/** An officer of a secretariat, who alone sees the pages of `(secretariat)`; null for others: the answer is then 404. */
export async function officerContext(): Promise<SignedIn | null> {
  const context = await readerContext();
  if (context.actor.kind === 'person' && isOfficer(context.actor))
    return { ...context, actor: context.actor };
  await answerMissing();
  return null;
}
