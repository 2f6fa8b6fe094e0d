import type { Metadata } from 'next';
import { sendFile, takeOver } from '#app/(member)/our-city/actions/import.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { firstOf } from '#app/request/form.ts';
import { found } from '#app/request/found.ts';
import { Missing } from '#components/site/missing.tsx';
import { PlanPage } from '#components/transfer/plan-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { getImport } from '#lib/transfer/queries/import.ts';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<'told' | 'problem' | 'row', string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transfer');
  return { title: t('plan.title'), robots: { index: false } };
}

export default async function PlanRoute({ params, searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const seen = await found(getImport(own.context, { id: (await params).id }));
  if (seen === null) return <Missing />;
  const { told, problem, row } = await searchParams;
  return (
    <PlanPage
      seen={seen}
      name={own.name}
      citySlug={own.slug}
      commandIds={{ check: newId(), take: newId() }}
      actions={{ check: sendFile, take: takeOver }}
      told={firstOf(told)}
      problem={firstOf(problem)}
      problemRow={firstOf(row)}
    />
  );
}
