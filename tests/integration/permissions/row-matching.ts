import { newId } from '#lib/platform/ids.ts';
import type { Access } from './row-access.ts';
import type { Put } from './row-samples.ts';

/** As in row-access.ts, for what a city says so that it is matched well. */
export const MATCHING_ACCESS: Record<string, Record<string, Access>> = {
  city_tie: {
    compiled: ['all', 'job', 'job', 'job'],
    own: ['own other job', 'own job', 'own job', 'own job'],
    exchange: ['own other job', 'job', 'job', 'job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
};

export async function putMatching(
  put: Put,
  { ownCity, otherCity }: { ownCity: string; otherCity: string },
): Promise<void> {
  const tie = { city_id: ownCity, other_city_id: otherCity, kind: 'twinning', subject: 'x' };
  for (const [label, origin] of Object.entries({ compiled: 'compiled', own: 'city', exchange: 'exchange' })) {
    await put('city_tie', label, { ...tie, id: newId(), key: label, origin });
  }
  await put('city_tie', 'trial', { ...tie, id: newId(), key: 'trial', origin: 'city', is_trial: true });
}
