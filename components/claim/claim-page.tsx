import type { ReactNode } from 'react';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { type ClaimItem, claimAddress, isLookedAt } from './items.ts';

export type Named = ClaimItem & { name: ReactNode };

type Props = {
  city: string;
  items: Named[];
  /** At a desk of the trial copy, whose word lies over what was compiled. */
  isTrial: boolean;
  here: Named | undefined;
  /** What has just been done, and the way back. */
  done: ReactNode;
  /** What the sources say, and what can be said to it. */
  current: ReactNode;
};

/** What public sources say of one's own city, one thing after the other. */
export function ClaimPage({ city, items, isTrial, here, done, current }: Props) {
  const t = useTranslations('claim');
  const c = useTranslations('common');
  const own = items.filter((item) => item.isChangeable);
  const count = own.filter(isLookedAt).length;
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/our-city', label: c('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('title', { city })}
        under={own.length === 0 ? t('nothing') : t('progress', { count, total: own.length })}
      />
      {isTrial ? <p className="soft mb-8">{t('trial')}</p> : null}
      {done}
      <Columns>
        <div>
          {current ?? (
            <Section title={t('allTitle')}>
              <p>{t('allText')}</p>
              <p className="more">
                <a href="/our-city">{c('ourCity')}</a>
              </p>
            </Section>
          )}
        </div>
        <Section title={t('list')}>
          <ol className="plainlist small">
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                <a href={claimAddress(item)} aria-current={item === here ? 'step' : undefined}>
                  {item.name}
                </a>{' '}
                <span className="soft">{t(item.isChangeable ? `state.${item.state}` : 'state.fixed')}</span>
              </li>
            ))}
          </ol>
        </Section>
      </Columns>
    </>
  );
}
