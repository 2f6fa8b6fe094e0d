import type { Metadata } from 'next';
import { readRecord } from '#app/(public)/corrections/record.ts';
import { readerContext } from '#app/request/context.ts';
import { recordAddress } from '#components/corrections/address.ts';
import { CorrectionForm } from '#components/corrections/correction-form.tsx';
import { CorrectionHead } from '#components/corrections/correction-head.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { MAX_MESSAGE } from '#lib/corrections/contract.ts';
import { newId } from '#lib/platform/ids.ts';
import { sendCorrection } from './action.ts';
import { readWords } from './words.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function NewCorrectionPage({ searchParams }: Props) {
  const record = await readRecord(await readerContext(), await searchParams);
  if (record === null) return <Missing />;
  const { kind, id } = record;
  return (
    <>
      <CorrectionHead record={record} />
      <CorrectionForm
        action={sendCorrection}
        record={{ kind, id, href: recordAddress(kind, id) }}
        commandId={newId()}
        maximum={MAX_MESSAGE}
        words={await readWords()}
      />
    </>
  );
}
