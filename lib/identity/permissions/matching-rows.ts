import { type Cells, cells, OFFICERS, OTHER, OWN, OWN_EDITORS, TOKENS } from './columns.ts';

/** Who speaks for the city; staff reads what it says. */
const SPEAKING = cells('hidden', {
  yes: [...OWN_EDITORS, 'own-token-write'],
  no: ['own-staff', 'own-token-read'],
});
const SERVING = cells('hidden', { yes: ['officer-serving'], no: ['own-token-read'] });
const NOBODY = cells('hidden', { no: ['own-token-read'] });
/** Whoever acts for a city finds her own. */
const CITY_PAGE = cells('hidden', { yes: [...OWN, ...OTHER], no: ['visitor', ...TOKENS] });

/** What a city says so that it is matched well. */
export const MATCHING_PAGES: Record<string, Cells> = {
  '/desk/held': cells('hidden', { yes: OFFICERS }),
  '/our-city/hosting': CITY_PAGE,
  '/our-city/ties': CITY_PAGE,
};

export const MATCHING_COMMANDS: Record<string, Cells> = {
  // The secretariat that serves one of the two cities. To all others there is no such thing.
  'hold-back.lift': SERVING,
  'hold-back.set': SERVING,
  'hosting.say': SPEAKING,
  'match.say-relevance': SPEAKING,
  'tie.add': SPEAKING,
  'tie.import': NOBODY,
  'tie.set': SPEAKING,
};
