import type { Metadata } from 'next';
import { sendFile } from '#app/(member)/our-city/actions/import.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { firstOf } from '#app/request/form.ts';
import { Missing } from '#components/site/missing.tsx';
import { ImportPage } from '#components/transfer/import-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { RECORD_LANGUAGES } from '#lib/drafts/contract.ts';
import {
  AUDIENCES,
  FINANCE_KINDS,
  HELP_WANTED,
  OBSTACLES,
  PROJECT_STAGES,
  URGENCIES,
} from '#lib/needs/contract.ts';
import { newId } from '#lib/platform/ids.ts';
import { EVIDENCE_KINDS, PRACTICE_STAGES } from '#lib/practices/contract.ts';

type Props = { searchParams: Promise<Record<'problem' | 'row', string | string[] | undefined>> };

const CHOICES = {
  language: RECORD_LANGUAGES,
  spokenLanguages: RECORD_LANGUAGES,
  stage: PRACTICE_STAGES,
  evidence: EVIDENCE_KINDS,
  obstacles: OBSTACLES,
  helpWanted: HELP_WANTED,
  finance: FINANCE_KINDS,
  projectStage: PROJECT_STAGES,
  urgency: URGENCIES,
  audience: AUDIENCES,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transfer');
  return { title: t('import.title'), robots: { index: false } };
}

export default async function ImportRoute({ searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { problem, row } = await searchParams;
  return (
    <ImportPage
      name={own.name}
      citySlug={own.slug}
      commandId={newId()}
      action={sendFile}
      problem={firstOf(problem)}
      problemRow={firstOf(row)}
      choices={CHOICES}
    />
  );
}
