import type { Words } from '#i18n/words.ts';
import type { KeepWords } from './keep-on-device.tsx';

/** The words of `<KeepOnDevice>`, translated on the server so that the browser loads no messages. */
export function keepWords(t: Words): KeepWords {
  return {
    idle: t('savedNowhereElse'),
    saved: t('saved', { time: '{time}' }),
    clear: t('clear'),
    cleared: t('cleared'),
  };
}
