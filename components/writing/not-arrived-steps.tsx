import { useTranslations } from '#i18n/words.ts';
import type { Draft } from '#lib/drafts/contract.ts';
import { editAddress } from './address.ts';
import { storeOf } from './device-texts.ts';
import { NotArrived } from './not-arrived.tsx';
import { formValuesOf } from './step-page.tsx';
import { STEPS } from './steps.ts';

/** What this device may still hold of a working copy, by its steps; the files have a form of their own. */
export function useNotArrived(draft: Draft, personTag: string) {
  const t = useTranslations('writing');
  const steps = STEPS[draft.kind].filter(({ key }) => key !== 'files');
  return (
    <NotArrived
      words={{ title: t('onDevice.recordTitle'), text: t('onDevice.recordText') }}
      steps={steps.map((step) => ({
        store: storeOf(draft, personTag, step),
        served: formValuesOf(draft, step, []),
        label: t(`step.${draft.kind}.${step.key}`),
        // Nobody writes while the mayor's office reads.
        href: draft.state === 'with-office' ? undefined : editAddress(draft.kind, draft.id, step.key),
      }))}
    />
  );
}
