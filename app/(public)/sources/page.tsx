import type { Metadata } from 'next';
import { ProsePage, type ProsePart } from '#components/site/prose-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { COMPILED_ON } from '#lib/core/compiled.ts';

const PARTS: ProsePart[] = [
  { title: 'recordsTitle', texts: ['records1', 'records2', 'records3'] },
  { title: 'placesTitle', texts: ['places1', 'places2'] },
  { title: 'declarationTitle', texts: ['declaration1'] },
  { title: 'fontsTitle', texts: ['fonts1', 'fonts2'] },
];

const LINKS = {
  geonames: 'https://www.geonames.org',
  ccby: 'https://creativecommons.org/licenses/by/4.0/',
  naturalearth: 'https://www.naturalearthdata.com',
  ofl: 'https://openfontlicense.org',
  apache: 'https://www.apache.org/licenses/LICENSE-2.0',
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages.sources');
  return { title: t('title') };
}

export default function SourcesPage() {
  return <ProsePage page="sources" parts={PARTS} links={LINKS} days={{ compiledOn: COMPILED_ON }} />;
}
