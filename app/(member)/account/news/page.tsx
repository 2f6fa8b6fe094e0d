import type { Metadata } from 'next';
import { memberContext } from '#app/request/signed-in.ts';
import { NewsPage } from '#components/account/news.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listNews } from '#lib/notices/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { seeAll } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.news');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function NewsRoute() {
  const news = await listNews(await memberContext(), {});
  return <NewsPage news={news} seeAll={seeAll} commandId={newId()} />;
}
