import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Says on every page that this is a trial copy. */
export function TrialStrip() {
  const t = useTranslations('common');
  return (
    <div className="strip">
      <p className="wrap">
        {t.rich('trialStrip', { b: (words: ReactNode) => <strong key="b">{words}</strong> })}
      </p>
    </div>
  );
}
