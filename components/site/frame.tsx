import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';
import { SiteFooter } from './footer.tsx';
import { type HeaderProps, SiteHeader } from './header.tsx';

type Props = HeaderProps & {
  /** Of the page, in full, for paper. */
  address?: string | undefined;
  children: ReactNode;
};

/** What stands around every page: skip link, header, `main`, footer. */
export function SiteFrame({ address, children, ...header }: Props) {
  const t = useTranslations('common');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SiteHeader {...header} />
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter address={address} />
    </>
  );
}
