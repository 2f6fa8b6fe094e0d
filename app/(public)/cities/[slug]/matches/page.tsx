import type { Metadata } from 'next';
import { missingMetadata } from '#app/request/found.ts';
import { FormerCity } from '#components/matching/former-city.tsx';
import { MatchPage } from '#components/matching/match-page.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { CHANGED_EVENT } from '#lib/publishing/contract.ts';
import { sayRelevant } from './action.ts';
import { loadMatchedCity, loadMatches } from './load.ts';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const city = await loadMatchedCity((await params).slug);
  if (city === null) return missingMetadata();
  const t = await getTranslations('matching');
  return { title: t('title', { city: city.name }), robots: { index: false } };
}

export default async function MatchesPage({ params, searchParams }: Props) {
  const city = await loadMatchedCity((await params).slug);
  if (city === null) return <Missing />;
  if (city.formerSince !== null) return <FormerCity city={city} since={city.formerSince} />;
  const { maySpeak, ...loaded } = await loadMatches(city.slug, await searchParams);
  const say = maySpeak ? { act: sayRelevant, newCommandId: newId, state: loaded.state } : null;
  return <MatchPage {...loaded} changeEvent={CHANGED_EVENT} now={new Date()} say={say} />;
}
