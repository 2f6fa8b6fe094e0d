import { formWords } from '#app/request/form.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import type { EvidenceToReview } from '#lib/practices/contract.ts';
import { answerEvidence } from './evidence-action.ts';

/** Agree with the kind of evidence that a city proposes, or say how the secretariat sees it. */
export async function EvidenceForm({ practice: { id, version } }: { practice: EvidenceToReview }) {
  const t = await getTranslations('desk');
  return (
    <ActionForm
      name={`evidence-${id}`}
      action={answerEvidence}
      commandId={newId()}
      hidden={{ id, version: String(version) }}
      fields={[
        {
          kind: 'select',
          name: 'isAgreed',
          label: t('evidence.question'),
          options: [
            { value: 'yes', label: t('evidence.agree') },
            { value: 'no', label: t('evidence.otherwise') },
          ],
        },
        { kind: 'area', name: 'note', label: t('evidence.note'), hint: t('evidence.noteHint') },
      ]}
      words={await formWords(t('evidence.send'))}
      isLine
    />
  );
}
