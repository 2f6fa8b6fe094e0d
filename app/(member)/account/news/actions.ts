'use server';

import { redirect } from 'next/navigation';
import { answerRefused } from '#app/request/found.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { seeNews } from '#lib/notices/commands/see.ts';

/** Takes the pages that were shown as seen; what came meanwhile stays new. */
export async function seeAll(data: FormData): Promise<void> {
  const about = data.getAll('about').map(String);
  try {
    await seeNews(await memberContext(), String(data.get('commandId')), { about });
  } catch (error) {
    return answerRefused(error);
  }
  redirect('/account/news');
}
