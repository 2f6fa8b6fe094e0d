import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OwnHosting } from '#lib/hosting/contract.ts';

type Props = {
  hosting: OwnHosting;
  maySpeak: boolean;
  done: string | undefined;
  form: ReactNode;
  clear: (data: FormData) => Promise<void>;
  commandId: string;
};

/** How many exchanges the city can host this year, month by month, in its own words. */
export function HostingPage({ hosting, maySpeak, done, form, clear, commandId }: Props) {
  const t = useTranslations('hosting');
  const common = useTranslations('common');
  const { months, year } = hosting;
  const taken = months?.reduce((sum, month) => sum + month.taken, 0) ?? 0;
  return (
    <div className="read">
      <PageTitle
        crumbs={[{ href: '/our-city', label: common('ourCity') }]}
        crumbsLabel={common('breadcrumbs')}
        title={t('title', { year: String(year) })}
        under={t('under')}
      />
      {done === 'said' || done === 'cleared' ? (
        <div className="notice mb-8" role="status">
          <p>{t(`done.${done}`)}</p>
        </div>
      ) : null}
      {done === 'places-taken' ? (
        <div className="notice notice--error mb-8" role="alert">
          <p>{t('refusedTaken')}</p>
        </div>
      ) : null}
      <p>{months === null ? t('unknown') : t('taken', { count: taken })}</p>
      {maySpeak ? (
        <Section title={t('form')} place="block" hint={t('hint')}>
          {form}
        </Section>
      ) : (
        <p className="soft">{t('staff')}</p>
      )}
      {maySpeak && months !== null && taken === 0 ? (
        <form action={clear} className="do mt-8">
          <input type="hidden" name="commandId" value={commandId} />
          <Button isLine>{t('clear')}</Button>
        </form>
      ) : null}
    </div>
  );
}
