import type { Metadata } from 'next';
import { readList } from '#app/(public)/search/read-list.ts';
import { readerContext } from '#app/request/context.ts';
import { NeedLibrary } from '#components/needs/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { listNeedsInput } from '#lib/needs/contract.ts';
import { listNeeds } from '#lib/needs/queries.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('needs');
  return { title: t('title'), description: t('description') };
}

export default async function NeedsPage({ searchParams }: Props) {
  const context = await readerContext();
  const state = await readList(context, listNeedsInput.omit({ limit: true }), await searchParams, (input) =>
    listNeeds(context, { ...input, limit: 20 }),
  );
  return <NeedLibrary {...state} />;
}
