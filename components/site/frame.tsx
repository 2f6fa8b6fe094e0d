import type { ReactNode } from 'react';
import { Still } from '#components/ui/still.tsx';
import { useTranslations } from '#i18n/words.ts';
import { SiteFooter } from './footer.tsx';
import { type HeaderProps, SiteHeader } from './header.tsx';

type Props = HeaderProps & {
  /** Of the page, in full, for paper. */
  address?: string | undefined;
  children: ReactNode;
};

/** What stands around every page: skip link, header, `main`, footer. A visitor's has no button, so that it is still. */
export function SiteFrame({ address, children, ...header }: Props) {
  const t = useTranslations('common');
  const before = (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SiteHeader {...header} />
    </>
  );
  return (
    <>
      {header.who === null ? <Still>{before}</Still> : before}
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <Still>
        <SiteFooter address={address} />
      </Still>
    </>
  );
}
