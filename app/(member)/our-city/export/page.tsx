import type { Metadata } from 'next';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { Missing } from '#components/site/missing.tsx';
import { ExportPage } from '#components/transfer/export-page.tsx';
import { getTranslations } from '#i18n/words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transfer');
  return { title: t('export.title'), robots: { index: false } };
}

export default async function ExportRoute() {
  const own = await ownCity();
  return own === null ? <Missing /> : <ExportPage name={own.name} />;
}
