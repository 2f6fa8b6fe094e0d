import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';
import type { HeaderProps } from './header.tsx';

/** Says on every page that this is a trial copy, and leads to the desks or away from one. */
export function TrialStrip({ who, leave }: Pick<HeaderProps, 'who' | 'leave'>) {
  const t = useTranslations('common');
  return (
    <div className="strip">
      <div className="wrap">
        <p>{t.rich('trialStrip', { b: (words: ReactNode) => <strong key="b">{words}</strong> })}</p>
        {who === null || who.isAtTrialDesk ? (
          <a href="/try">{t(who === null ? 'tryIt' : 'toSteps')}</a>
        ) : null}
        {who?.isAtTrialDesk ? (
          <form action={leave}>
            <button type="submit" className="linkbtn">
              {t('leaveDesk')}
            </button>
          </form>
        ) : null}
      </div>
    </div>
  );
}
