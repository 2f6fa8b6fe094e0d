import type { Metadata } from 'next';
import { clearOurHosting, sayOurHosting } from '#app/(member)/our-city/actions/hosting.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { MONTH_FIELDS } from '#components/hosting/fields.ts';
import { HostingPage } from '#components/hosting/hosting-page.tsx';
import { monthName } from '#components/hosting/months.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getRights } from '#lib/drafts/queries.ts';
import type { OwnHosting } from '#lib/hosting/contract.ts';
import { getOwnHosting } from '#lib/hosting/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosting');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function OurHosting({ searchParams }: { searchParams: Promise<Parameters> }) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug } = own;
  const t = await getTranslations('hosting');
  const [hosting, rights] = await Promise.all([
    getOwnHosting(context, { citySlug: slug }),
    getRights(context, { citySlug: slug }),
  ]);
  return (
    <HostingPage
      hosting={hosting}
      maySpeak={rights.maySpeak}
      done={firstOf((await searchParams).done)}
      clear={clearOurHosting}
      commandId={newId()}
      form={
        <ActionForm
          name="hosting"
          action={sayOurHosting}
          commandId={newId()}
          fields={await fieldsOf(hosting, context.language)}
          words={await formWords(t('send'))}
        />
      }
    />
  );
}

async function fieldsOf({ months }: OwnHosting, language: string): Promise<FieldSpec[]> {
  const t = await getTranslations('hosting');
  return MONTH_FIELDS.map((name, index) => {
    const month = months?.[index];
    return {
      kind: 'text',
      name,
      label: monthName(index + 1, language),
      hint: month !== undefined && month.taken > 0 ? t('monthTaken', { count: month.taken }) : undefined,
      value: month === undefined ? '' : String(month.places),
    };
  });
}
