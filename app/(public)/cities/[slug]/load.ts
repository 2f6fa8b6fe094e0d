import { cache } from 'react';
import { readerContext } from '#app/request/context.ts';
import { found } from '#app/request/found.ts';
import type { City, CityCard } from '#lib/cities/contract.ts';
import { getCity, listSimilarCities } from '#lib/cities/queries.ts';
import type { CityPage } from '#lib/discovery/contract.ts';
import { getCityPage } from '#lib/discovery/queries.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import { listPractices } from '#lib/practices/queries.ts';

const SIMILAR_CITIES = 4;
const PRACTICES_OF_EACH = 2;

/** The city of the address; null, and the answer 404, where there is none. Read once per request. */
export const loadCity = cache(
  async (slug: string): Promise<City | null> => found(getCity(await readerContext(), { slug })),
);

/** The same with all that its page shows. */
export const loadCityPage = cache(
  async (slug: string): Promise<CityPage | null> => found(getCityPage(await readerContext(), { slug })),
);

/** What a city without records starts from: cities like it, and practices of these. */
export async function loadStart(slug: string): Promise<{ similar: CityCard[]; practices: PracticeCard[] }> {
  const context = await readerContext();
  const similar = await listSimilarCities(context, { slug, limit: SIMILAR_CITIES });
  const lists = await Promise.all(
    similar
      .filter((city) => city.practiceCount > 0)
      .map((city) => listPractices(context, { city: city.slug, limit: PRACTICES_OF_EACH })),
  );
  return { similar, practices: lists.flatMap((list) => list.items) };
}
