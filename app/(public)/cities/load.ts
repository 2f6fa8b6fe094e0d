import { z } from 'zod';
import { readList } from '#app/(public)/search/read-list.ts';
import { readerContext } from '#app/request/context.ts';
import type { CityLibraryProps } from '#components/cities/library.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { type CityList, listCitiesInput } from '#lib/cities/contract.ts';
import { listCities } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { MAX_LIMIT } from '#lib/platform/fields.ts';

const ON_A_PAGE = 30;

const schema = listCitiesInput.omit({ limit: true }).extend({ view: z.enum(['list', 'map']).optional() });
type Asked = Omit<z.input<typeof listCitiesInput>, 'limit'>;

/** What `/cities` shows for an address; what of the address cannot be used is left out and said. */
export async function loadLibrary(given: Parameters): Promise<CityLibraryProps> {
  const context = await readerContext();
  const { topics, input, ignored, before, list } = await readList(
    context,
    schema,
    given,
    ({ view, ...asked }) =>
      view === 'map' ? listAll(context, asked) : listCities(context, { ...asked, limit: ON_A_PAGE }),
  );
  const { view = 'list', ...asked } = input;
  return { topics, input: asked, view, ignored, before, list };
}

/** Every city that fits, for the map. */
async function listAll(context: Context, { cursor: _start, ...asked }: Asked): Promise<CityList> {
  let list = await listCities(context, { ...asked, limit: MAX_LIMIT });
  while (list.next !== null) {
    const more = await listCities(context, { ...asked, limit: MAX_LIMIT, cursor: list.next });
    list = { ...list, items: [...list.items, ...more.items], next: more.next };
  }
  return list;
}
