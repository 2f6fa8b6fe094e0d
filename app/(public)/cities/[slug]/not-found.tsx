import { useTranslations } from 'next-intl';
import { FindCity } from '#components/cities/find-city.tsx';
import { More } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';

/** An address of a city that nobody knows: the way on is its name. */
export default function CityNotFound() {
  const t = useTranslations('cities');
  return (
    <>
      <PageTitle title={t('notFoundTitle')} under={t('notFoundHelp')} />
      <search>
        <form className="read" action="/cities">
          <FindCity />
        </form>
      </search>
      <More>
        <a href="/cities">{t('notFoundAll')}</a>
      </More>
    </>
  );
}
