import type { useTranslations } from 'next-intl';
import type { KeepWords } from './keep-on-device.tsx';

/** The words of `<KeepOnDevice>`, translated on the server so that the browser loads no messages. */
export function keepWords(t: ReturnType<typeof useTranslations<'problem'>>): KeepWords {
  return {
    idle: t('savedNowhereElse'),
    saved: t('saved', { time: '{time}' }),
    clear: t('clear'),
    cleared: t('cleared'),
  };
}
