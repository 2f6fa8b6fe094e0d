import { getTranslations } from '#i18n/words.ts';
import type { CityCard, CityRef } from '#lib/cities/contract.ts';
import { listMapCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import type { Correction } from '#lib/corrections/contract.ts';
import type { StandingExchange } from '#lib/exchanges/contract.ts';
import type { Invitation, OfficePerson, Organisation } from '#lib/identity/contract.ts';
import { fold } from '#lib/platform/text/fold.ts';
import type { EvidenceToReview } from '#lib/practices/contract.ts';

export const MAX_WORDS = 200;

/** What of each list is about these words: a city in any of its names, its country, or what a row says itself. */
export async function deskFilter(context: Context, words: string) {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  const t = await getTranslations('common');
  const cities = wanted.length === 0 ? [] : await listMapCities(context, {});
  const about = (city: CityCard): string =>
    [city.name, city.localName, t(`country.${city.country}`)].filter(Boolean).join(' ');
  const bySlug = new Map(cities.map((city) => [city.slug, about(city)]));
  // The key of a record begins with that of its city.
  const ofRecord = (key: string): string =>
    cities.find(({ slug }) => key === slug || key.startsWith(`${slug}-`))?.slug ?? '';
  const fits = (slug: string | null, ...texts: (string | null)[]): boolean => {
    const text = fold([bySlug.get(slug ?? ''), ...texts].filter(Boolean).join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const ofOffice = (office: Organisation, ...texts: (string | null)[]) =>
    fits(office.citySlug, office.name, ...texts);
  return {
    request: (one: Correction) =>
      fits(ofRecord(one.recordKey), one.recordKey, one.message, one.office, one.email),
    person: (one: OfficePerson) => ofOffice(one.office, one.name),
    invitation: (one: Invitation) => ofOffice(one.office, one.email),
    exchange: ({ asking, asked }: StandingExchange) =>
      fits(asking.slug, asking.name) || fits(asked.slug, asked.name),
    evidence: (one: EvidenceToReview) => fits(one.city.slug, one.title.text),
    office: ({ office }: { office: Organisation }) => ofOffice(office),
    membership: ({ city }: { city: CityRef }) => fits(city.slug, city.name),
  };
}
