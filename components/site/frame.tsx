import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SiteFooter } from './footer.tsx';
import { type Place, SiteHeader } from './header.tsx';

type Props = {
  isOnTrialCopy: boolean;
  here?: Place | undefined;
  path?: string | undefined;
  /** Of the page, in full, for paper. */
  address?: string | undefined;
  children: ReactNode;
};

/** What stands around every page: skip link, header, `main`, footer. */
export function SiteFrame({ isOnTrialCopy, here, path, address, children }: Props) {
  const t = useTranslations('common');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SiteHeader isOnTrialCopy={isOnTrialCopy} here={here} path={path} />
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter address={address} />
    </>
  );
}
