import type { Metadata } from 'next';
import {
  moveExchange,
  proposeOtherDates,
  saveBrief,
  saveOutcome,
  sendAnswer,
} from '#app/exchanges/actions.ts';
import { markClearance, removeItem, saveClearance, saveItem } from '#app/exchanges/carrying-actions.ts';
import { firstOf } from '#app/request/form.ts';
import { found, missingMetadata } from '#app/request/found.ts';
import { noteSeen } from '#app/request/seen.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { exchangeAddress } from '#components/exchanges/address.ts';
import { ExchangePage } from '#components/exchanges/exchange-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCarryingOut } from '#lib/carrying-out/queries.ts';
import { getCity } from '#lib/cities/queries.ts';
import { getExchange } from '#lib/exchanges/queries.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await memberContext();
  const exchange = await found(getExchange(context, { exchangeId: (await params).id }));
  if (exchange === null) return missingMetadata();
  const t = await getTranslations('exchanges');
  const cities = { own: exchange.own.name, other: exchange.other.name };
  return { title: t('pageTitle', cities), robots: { index: false } };
}

export default async function ExchangeRoute({ params, searchParams }: Props) {
  const context = await memberContext();
  const exchange = await found(getExchange(context, { exchangeId: (await params).id }));
  if (exchange === null) return <Missing />;
  const carrying = await getCarryingOut(context, { exchangeId: exchange.id });
  noteSeen(context, exchangeAddress(exchange.id));
  const { timeZone } = await getCity(context, { slug: exchange.own.slug });
  const { done, refused } = await searchParams;
  return (
    <ExchangePage
      exchange={exchange}
      carrying={carrying}
      paperActions={{ saveItem, removeItem, saveClearance, markClearance }}
      timeZone={timeZone}
      said={{ done: firstOf(done), refused: firstOf(refused) }}
      newCommandId={newId}
      actions={{
        move: moveExchange,
        proposeDates: proposeOtherDates,
        saveBrief,
        sendAnswer,
        saveOutcome,
      }}
    />
  );
}
