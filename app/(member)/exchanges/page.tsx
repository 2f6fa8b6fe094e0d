import type { Metadata } from 'next';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { ExchangeListPage } from '#components/exchanges/exchange-list.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { listExchanges } from '#lib/exchanges/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchanges.list');
  return { title: t('title'), robots: { index: false } };
}

export default async function ExchangesRoute() {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug, name } = own;
  const { timeZone } = await getCity(context, { slug });
  const exchanges = await listExchanges(context, { citySlug: slug });
  return <ExchangeListPage city={{ slug, name, timeZone }} exchanges={exchanges} />;
}
