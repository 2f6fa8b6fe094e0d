import type { Metadata } from 'next';
import { addOurTie, setOurTie } from '#app/(member)/our-city/actions/ties.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { TiesPage } from '#components/ties/ties-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listMapCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { SAID_TIES } from '#lib/ties/contract.ts';
import { listTies } from '#lib/ties/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ties');
  return { title: t('title'), robots: { index: false } };
}

export default async function OurTies({ searchParams }: { searchParams: Promise<Parameters> }) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug } = own;
  const t = await getTranslations('ties');
  const [ties, rights] = await Promise.all([
    listTies(context, { citySlug: slug }),
    getRights(context, { citySlug: slug }),
  ]);
  return (
    <TiesPage
      ties={ties}
      maySpeak={rights.maySpeak}
      done={firstOf((await searchParams).done)}
      act={setOurTie}
      newCommandId={newId}
      form={
        <ActionForm
          name="tie"
          action={addOurTie}
          commandId={newId()}
          fields={await fieldsOf(context, slug)}
          words={await formWords(t('add.send'))}
        />
      }
    />
  );
}

async function fieldsOf(context: Context, slug: string): Promise<FieldSpec[]> {
  const t = await getTranslations('ties');
  const cities = (await listMapCities(context, {})).filter((city) => city.slug !== slug);
  return [
    {
      kind: 'select',
      name: 'otherSlug',
      label: t('add.other'),
      options: cities.map((city) => ({ value: city.slug, label: city.name })),
    },
    {
      kind: 'select',
      name: 'kind',
      label: t('add.kind'),
      options: SAID_TIES.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    },
    { kind: 'text', name: 'subject', label: t('add.subject'), hint: t('add.subjectHint') },
    { kind: 'text', name: 'year', label: t('add.year'), hint: t('add.yearHint') },
    { kind: 'text', name: 'sourceUrl', label: t('add.source'), hint: t('add.sourceHint') },
    {
      kind: 'select',
      name: 'state',
      label: t('add.state'),
      options: (['active', 'resting'] as const).map((state) => ({
        value: state,
        label: t(`state.${state}`),
      })),
    },
  ];
}
