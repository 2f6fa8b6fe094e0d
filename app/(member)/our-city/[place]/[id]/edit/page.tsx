import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { saveFiles } from '#app/(member)/our-city/actions/files.ts';
import { filesStateOf } from '#app/(member)/our-city/actions/files-state.ts';
import { autosaveStep, saveStep } from '#app/(member)/our-city/actions/save.ts';
import { closeTo } from '#app/(member)/our-city/close.ts';
import { ownCityAnd } from '#app/(member)/our-city/own-city.ts';
import { found } from '#app/request/found.ts';
import { actionField } from '#app/request/late-form.ts';
import { cityOffice } from '#app/request/sent-file.ts';
import { Missing } from '#components/site/missing.tsx';
import { editAddress, ownAddress } from '#components/writing/address.ts';
import { CloseRecords } from '#components/writing/close-records.tsx';
import { FilesStep } from '#components/writing/files-step.tsx';
import { StepPage } from '#components/writing/step-page.tsx';
import { findStep, STEPS } from '#components/writing/steps.ts';
import { getTranslations } from '#i18n/words.ts';
import { getDraft } from '#lib/drafts/queries.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { listTopics } from '#lib/topics/queries.ts';

type Props = {
  params: Promise<{ place: string; id: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing');
  return { title: t('editTitle'), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { place, id } = await params;
  const own = await ownCityAnd(place);
  const draft = own === null ? null : await found(getDraft(own.context, { kind: own.kind, id }));
  if (own === null || draft === null) return <Missing />;
  const { context, kind } = own;
  const asked = [(await searchParams).step].flat()[0];
  const step = findStep(kind, asked) ?? STEPS[kind][0];
  if (draft.state === 'with-office' || step === undefined) redirect(ownAddress(kind, draft.id));
  // The address of an earlier title.
  if (draft.id !== id) redirect(editAddress(kind, draft.id, step.key));
  const [{ items: topics }, close] = await Promise.all([listTopics(context, {}), closeTo(context, draft)]);
  const form =
    step.key === 'files' ? (
      <FilesStep
        draft={draft}
        place={place}
        step={step}
        action={saveFiles}
        initial={await filesStateOf(context, { kind, id: draft.id })}
        organisationId={cityOffice(context.actor)}
      />
    ) : undefined;
  return (
    <StepPage
      draft={draft}
      place={place}
      step={step}
      topics={topics}
      suggested={close.topics}
      personTag={digestOf(context.actor.personId).slice(0, 12)}
      action={saveStep}
      autosave={autosaveStep}
      autosaveField={actionField(autosaveStep)}
      close={<CloseRecords practices={close.practices} needs={close.needs} />}
      form={form}
    />
  );
}
