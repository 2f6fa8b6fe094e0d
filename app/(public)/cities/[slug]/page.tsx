import type { ReactNode } from 'react';
import { headOfItsOwn, missingHead, pageHead } from '#app/frame/page-head.tsx';
import { readerContext } from '#app/request/context.ts';
import { CityFacts } from '#components/cities/city-facts.tsx';
import { CityHead } from '#components/cities/city-head.tsx';
import { CityPlace } from '#components/cities/city-place.tsx';
import { CityRecords } from '#components/cities/city-records.tsx';
import { CitySources } from '#components/cities/city-sources.tsx';
import { CityStart } from '#components/cities/city-start.tsx';
import { FormerNote } from '#components/cities/former-note.tsx';
import { UnknownCity } from '#components/cities/unknown-city.tsx';
import { askAddress } from '#components/exchanges/address.ts';
import { Columns } from '#components/ui/columns.tsx';
import { Still } from '#components/ui/still.tsx';
import { getTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';
import { mayReadMatches } from '#lib/matching/policy.ts';
import { loadCityPage, loadStart } from './load.ts';

type Props = { params: Promise<{ slug: string }> };

export const metadata = headOfItsOwn;

export default async function CityPage({ params }: Props) {
  const page = await loadCityPage((await params).slug);
  if (page === null) {
    return (
      <>
        {await missingHead()}
        <UnknownCity />
      </>
    );
  }
  const { city, needs, practices, around } = page;
  const place = <CityPlace city={city} others={around} />;
  const start = needs.length + practices.length > 0 ? null : await loadStart(city.slug);
  const href = await partnersHref(city);
  const ask = await askHref(city);
  return (
    <>
      {await headOf(city)}
      <Still>
        <CityHead city={city} now={new Date()} />
        <FormerNote city={city} />
        {start === null ? (
          <CityRecords
            city={city}
            needs={needs}
            practices={practices}
            partnersHref={href}
            askHref={ask}
            place={place}
          />
        ) : (
          <CityStart
            city={city}
            similar={start.similar}
            practices={start.practices}
            askHref={ask}
            place={place}
          />
        )}
        <Columns layout="even" isBlock>
          <CityFacts city={city} />
          <CitySources sources={city.sources} />
        </Columns>
      </Still>
    </>
  );
}

async function headOf(city: City): Promise<ReactNode> {
  const [t, common] = await Promise.all([getTranslations('cities'), getTranslations('common')]);
  const words = { city: city.name, country: common(`country.${city.country}`) };
  return pageHead({ title: t('pageTitle', words), description: t('pageDescription', words) });
}

/** A plain link, the same for everybody but the city's own people. */
async function askHref({ slug, formerSince }: City): Promise<string | undefined> {
  const { actor } = await readerContext();
  const isOwn = mayReadMatches(actor, slug) === null;
  return isOwn || formerSince !== null ? undefined : askAddress({ with: slug });
}

/**
 * A city's matches are for its own people, whom sign-in leads there; people of other cities have nothing to find in
 * them. A former city is never matched.
 */
async function partnersHref(city: City): Promise<string | undefined> {
  if (city.formerSince !== null) return undefined;
  const { actor } = await readerContext();
  const address = `/cities/${city.slug}/matches`;
  if (mayReadMatches(actor, city.slug) === null) return address;
  return actor.kind === 'visitor' ? `/sign-in?to=${encodeURIComponent(address)}` : undefined;
}
