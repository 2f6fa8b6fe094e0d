import type { Metadata } from 'next';
import { startRecord } from '#app/(member)/our-city/actions/start.ts';
import { ownCityAnd } from '#app/(member)/our-city/own-city.ts';
import { Missing } from '#components/site/missing.tsx';
import { StartPage } from '#components/writing/start-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { params: Promise<{ place: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing');
  return { title: t('newTitle'), robots: { index: false } };
}

export default async function NewRecordPage({ params }: Props) {
  const { place } = await params;
  const own = await ownCityAnd(place);
  if (own === null) return <Missing />;
  const { context, kind, slug, name } = own;
  return (
    <StartPage
      kind={kind}
      place={place}
      city={{ slug, name }}
      commandId={newId()}
      language={context.language}
      action={startRecord}
    />
  );
}
