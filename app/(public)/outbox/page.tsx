import type { Metadata } from 'next';
import { readerContext } from '#app/request/context.ts';
import { found } from '#app/request/found.ts';
import { OutboxPage } from '#components/identity/outbox-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listOutbox } from '#lib/notices/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outbox');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function Outbox() {
  const notices = await found(listOutbox(await readerContext()));
  return notices === null ? <Missing /> : <OutboxPage notices={notices} />;
}
