'use server';

import { redirect } from 'next/navigation';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { openProfile } from './open.ts';

/** Confirms once the button was pressed; a link that does not count any more is explained by its page. */
export async function confirmByLink(data: FormData): Promise<void> {
  const token = String(data.get('token') ?? '');
  const opened = await openProfile(token);
  if (opened.state !== 'open') redirect(`/confirm-profile?${new URLSearchParams({ token })}`);
  const citySlug = opened.news.city.slug;
  await confirmProfile(opened.context, String(data.get('commandId') ?? ''), { citySlug });
  redirect(`/confirm-profile?${new URLSearchParams({ done: citySlug })}`);
}
