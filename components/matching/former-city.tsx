import { dayInWords } from '#components/cities/day.ts';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';

/** A former local government is never matched; its page says why and where to go on. */
export function FormerCity({ city, since }: { city: City; since: string }) {
  const t = useTranslations('matching');
  const common = useTranslations('common');
  const cities = useTranslations('cities');
  const date = dayInWords(since, useLocale());
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/cities', label: cities('title') },
          { href: `/cities/${city.slug}`, label: city.name },
        ]}
        crumbsLabel={common('breadcrumbs')}
        title={t('formerTitle', { city: city.name })}
        under={t('formerText', { city: city.name, date })}
      />
      <Actions>
        <ButtonLink href={`/cities/${city.slug}`}>{t('open', { city: city.name })}</ButtonLink>
        <a href="/cities">{t('formerSimilar')}</a>
      </Actions>
    </>
  );
}
