import type { Metadata } from 'next';
import { moveFact } from '#app/(member)/our-city/actions/fact.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { FACTS_DONE, FactsPage } from '#components/facts/facts-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('facts');
  return { title: t('title'), robots: { index: false } };
}

export default async function OwnFactsPage({ searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug } = own;
  const facts = await listOwnFacts(context, { citySlug: slug });
  const rights = await getRights(context, { citySlug: slug });
  const asked = await searchParams;
  const what = ([...FACTS_DONE, 'changed-meanwhile'] as const).find((one) => one === asked.done);
  const fact = facts.find(({ key }) => key === asked.fact);
  return (
    <FactsPage
      slug={slug}
      facts={facts}
      done={what === undefined || fact === undefined ? null : { what, fact }}
      maySpeak={rights.maySpeak}
      action={moveFact}
      newCommandId={newId}
    />
  );
}
