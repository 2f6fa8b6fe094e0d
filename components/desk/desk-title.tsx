import type { ReactNode } from 'react';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';

/** Title of a page under the desk, with the way back. */
export function DeskTitle({ title, under }: { title: ReactNode; under?: ReactNode }) {
  const o = useTranslations('offices');
  const c = useTranslations('common');
  return (
    <PageTitle
      crumbs={[{ href: '/desk', label: o('ourDesk') }]}
      crumbsLabel={c('breadcrumbs')}
      title={title}
      under={under}
    />
  );
}
