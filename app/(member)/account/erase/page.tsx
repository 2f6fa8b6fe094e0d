import type { Metadata } from 'next';
import { erase } from '#app/(member)/account/data/actions.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { ErasePage } from '#components/account/erase.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { searchParams: Promise<{ missing?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('personal');
  return { title: t('eraseTitle'), robots: { index: false } };
}

export default async function EraseMePage({ searchParams }: Props) {
  const { actor } = await memberContext();
  const isMissing = (await searchParams).missing !== undefined;
  return <ErasePage email={actor.email} isMissing={isMissing} commandId={newId()} erase={erase} />;
}
