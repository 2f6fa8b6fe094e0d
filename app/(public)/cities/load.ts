import type { CityFilter } from '#components/cities/city-filter.ts';
import type { CityList } from '#lib/cities/contract.ts';
import { listCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { MAX_LIMIT } from '#lib/platform/fields.ts';

const ON_A_PAGE = 30;

type Loaded = { filter: CityFilter; list: CityList };

/** One page of the list, or every city that fits for the map. A cursor that nobody made counts as the start. */
export async function loadCities(context: Context, filter: CityFilter): Promise<Loaded> {
  try {
    return { filter, list: await (filter.view === 'map' ? loadAll(context, filter) : load(context, filter)) };
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'invalid' || filter.cursor === undefined)
      throw error;
    return loadCities(context, { ...filter, cursor: undefined, isPartlyIgnored: true });
  }
}

function load(context: Context, filter: CityFilter, limit = ON_A_PAGE): Promise<CityList> {
  const { q, country, kind, forum, topic, coast, size, cursor } = filter;
  return listCities(context, { q, country, kind, forum, topic, coast, size, limit, cursor });
}

async function loadAll(context: Context, filter: CityFilter): Promise<CityList> {
  let list = await load(context, { ...filter, cursor: undefined }, MAX_LIMIT);
  while (list.next !== null) {
    const more = await load(context, { ...filter, cursor: list.next }, MAX_LIMIT);
    list = { ...list, items: [...list.items, ...more.items], next: more.next };
  }
  return list;
}
