import type { Metadata } from 'next';
import { officerContext } from '#app/request/signed-in.ts';
import { DeskExchanges } from '#components/desk/exchanges.tsx';
import { getTranslations } from '#i18n/words.ts';
import { balanceOf } from '#lib/exchanges/listing/standings.ts';
import { listStandings } from '#lib/exchanges/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('exchanges.title'), robots: { index: false } };
}

export default async function DeskExchangesPage() {
  const context = await officerContext();
  if (context === null) return null;
  const standings = await listStandings(context, {});
  return <DeskExchanges standings={standings} balance={balanceOf(standings)} />;
}
