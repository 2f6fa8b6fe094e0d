import type { CorrectionWords } from '#components/corrections/correction-form.tsx';
import { getTranslations } from '#i18n/words.ts';

/** The words of the form in the reader's language, for the part of it that runs in the browser. */
export async function readWords(): Promise<CorrectionWords> {
  const t = await getTranslations('corrections');
  const field = (name: 'message' | 'office' | 'email') => ({
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
  });
  return {
    wish: { legend: t('wish.legend'), correction: t('wish.correction'), removal: t('wish.removal') },
    message: field('message'),
    office: field('office'),
    email: field('email'),
    send: t('send'),
    cancel: t('cancel'),
    errors: t('errors'),
    unreachable: { title: t('unreachable.title'), detail: t('unreachable.detail') },
    tooLong: t('error.message.too-big'),
  };
}
