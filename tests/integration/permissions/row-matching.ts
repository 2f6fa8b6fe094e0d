import { newId } from '#lib/platform/ids.ts';
import type { Access } from './row-access.ts';
import type { Put } from './row-samples.ts';

/** As in row-access.ts, for what a city says so that it is matched well. */
export const MATCHING_ACCESS: Record<string, Record<string, Access>> = {
  hold_back: {
    own: ['officer job', 'officer job', 'officer job', 'officer job'],
    trial: ['trial-officer job', 'trial-officer job', 'trial-officer job', 'trial-officer job'],
  },
  hosting_month: {
    own: ['own other officer elsewhere chair job', 'own job', 'own job', 'own job'],
    trial: ['desk trial-officer job', 'desk job', 'desk job', 'desk job'],
  },
  match_not_relevant: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  match_price: {
    own: ['own other officer elsewhere chair desk trial-officer job', 'job', 'job', 'job'],
  },
  match_rest: {
    own: ['job', 'job', 'job', 'job'],
  },
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
  const [low, high] = [ownCity, otherCity].sort();
  const pair = { city_low: low, city_high: high };
  const month = { city_id: ownCity, year: 2026, month: 1, places: 1 };
  const hidden = { city_id: ownCity, other_city_id: otherCity };
  for (const [label, isTrial] of Object.entries({ own: false, trial: true })) {
    await put('hold_back', label, { ...pair, reason: 'x', is_trial: isTrial });
    await put('hosting_month', label, { ...month, is_trial: isTrial });
    await put('match_not_relevant', label, { ...hidden, is_trial: isTrial });
  }
  await put('match_rest', 'own', { ...pair, is_trial: false, from_at: new Date(), until_at: new Date() });
  await put('match_price', 'own', { city_id: ownCity, mode: 'exchange', price: 0.1, is_trial: true });
  const tie = { city_id: ownCity, other_city_id: otherCity, kind: 'twinning', subject: 'x' };
  for (const [label, origin] of Object.entries({ compiled: 'compiled', own: 'city', exchange: 'exchange' })) {
    await put('city_tie', label, { ...tie, id: newId(), key: label, origin });
  }
  await put('city_tie', 'trial', { ...tie, id: newId(), key: 'trial', origin: 'city', is_trial: true });
}
