import { Fold } from '#components/ui/fold.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';

const TABLES = ['practices', 'needs', 'facts'] as const;

/** Files of all that a city has on record. */
export function ExportPage({ name }: { name: string }) {
  const t = useTranslations('transfer.export');
  const links = (words: 'csv' | 'semicolon', query: string) => (
    <ul className="plainlist">
      {TABLES.map((table) => (
        <li key={table}>
          <a href={`/our-city/export/${table}.csv${query}`} download>
            {t(`${words}.${table}`)}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <OurCityTitle title={t('title')} under={t('under')} name={name} />
      <div className="read">
        <Section title={t('json.title')}>
          <p>{t('json.text')}</p>
          <ul className="plainlist">
            <li>
              <a href="/our-city/export/profile.json" download>
                {t('json.link')}
              </a>
            </li>
            <li>
              <a href="/our-city/export/schema.json" download>
                {t('json.schema')}
              </a>
            </li>
          </ul>
        </Section>
        <Section title={t('csv.title')} place="block">
          <p>{t('csv.text')}</p>
          {links('csv', '')}
          <Fold summary={t('semicolon.title')}>
            <p>{t('semicolon.text')}</p>
            {links('semicolon', '?separator=semicolon')}
          </Fold>
        </Section>
        <p className="block">{t.rich('back', { a: (words) => <a href="/our-city/import">{words}</a> })}</p>
      </div>
    </>
  );
}

/** A title under the page of one's own city. */
export function OurCityTitle({ title, under, name }: { title: string; under: string; name: string }) {
  const c = useTranslations('common');
  return (
    <PageTitle
      crumbs={[{ href: '/our-city', label: name }]}
      crumbsLabel={c('breadcrumbs')}
      title={title}
      under={under}
    />
  );
}
