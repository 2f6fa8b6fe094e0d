import { useTranslations } from '#i18n/words.ts';
import type { StepWords } from './step-form.tsx';

/** Words of the form for the part of it that runs in the browser; `{time}` and `{by}` are filled in there. */
export function useStepWords(): StepWords {
  const t = useTranslations('writing');
  const time = { time: '{time}' };
  return {
    save: t('saveAndGoOn'),
    errors: t('errors'),
    unreachable: { title: t('unreachable.title'), detail: t('unreachable.detail') },
    conflictTitle: t('conflict.title'),
    conflictText: t('conflict.text', { by: '{by}' }),
    conflictOwnText: t('conflict.ownText'),
    saveMine: t('conflict.saveMine'),
    takeTheirs: t('conflict.takeTheirs'),
    saved: t('saved', time),
    kept: t('kept', time),
    signedOut: t('signedOut', time),
    refused: t('notSaved'),
    meanwhile: t('conflict.line'),
    keptTitle: t('onDevice.title'),
    keptText: t('onDevice.text', time),
    keptTake: t('onDevice.take'),
    keptForget: t('onDevice.forget'),
  };
}
