import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SiteFooter } from './footer.tsx';
import { type Place, SiteHeader } from './header.tsx';
import { TrialStrip } from './trial-strip.tsx';

type Props = {
  isOnTrialCopy: boolean;
  here?: Place | undefined;
  path?: string | undefined;
  children: ReactNode;
};

/** What stands around every page: skip link, strip of the trial copy, header, `main`, footer. */
export function SiteFrame({ isOnTrialCopy, here, path, children }: Props) {
  const t = useTranslations('common');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {isOnTrialCopy ? <TrialStrip /> : null}
      <SiteHeader here={here} path={path} />
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
