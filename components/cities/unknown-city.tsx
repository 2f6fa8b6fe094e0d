import { More } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { SearchLine } from '#components/ui/search-line.tsx';
import { useTranslations } from '#i18n/words.ts';

/** An address of a city that nobody knows: the way on is its name. */
export function UnknownCity() {
  const t = useTranslations('cities');
  return (
    <>
      <PageTitle title={t('notFoundTitle')} under={t('notFoundHelp')} />
      <search>
        <form className="read" action="/cities">
          <SearchLine
            id="q"
            name="q"
            label={t('findLabel')}
            hint={t('findHint')}
            value=""
            button={t('find')}
          />
        </form>
      </search>
      <More>
        <a href="/cities">{t('notFoundAll')}</a>
      </More>
    </>
  );
}
