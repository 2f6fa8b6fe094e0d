import { Local } from '#components/site/local.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import { EXCHANGES_ADDRESS } from './address.ts';
import type { SectionProps } from './section-props.ts';

/** Both cities, what it is and what it is about; to staff, that they read. */
export function ExchangeHead({ exchange }: SectionProps) {
  const t = useTranslations('exchanges');
  const c = useTranslations('common');
  const { own, other, size, subject, isReadOnly } = exchange;
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/our-city', label: c('ourCity') },
          { href: EXCHANGES_ADDRESS, label: t('list.title') },
        ]}
        crumbsLabel={c('breadcrumbs')}
        title={
          <>
            {own.name} <Mark />
            <span className="hide">{t('and')}</span> <span className="whitespace-nowrap">{other.name}</span>
          </>
        }
        under={
          <>
            {other.localName === null ? null : (
              <>
                <span lang={other.localName.language}>{other.localName.text}</span>,{' '}
              </>
            )}
            {t(subject === null ? 'head.bare' : 'head.about', {
              country: c(`country.${other.country}`),
              size,
            })}{' '}
            {subject === null ? null : <Local of={subject} />}
          </>
        }
      />
      {isReadOnly ? <Notice>{t('readOnly')}</Notice> : null}
    </>
  );
}
