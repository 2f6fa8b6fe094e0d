import type { Sql } from 'postgres';
import { sayHosting } from '#lib/hosting/commands.ts';
import { holdBackPair, liftHoldBack } from '#lib/matching/commands/hold-back.ts';
import { sayRelevance } from '#lib/matching/commands/relevance.ts';
import { newId } from '#lib/platform/ids.ts';
import { addTie, importTie, setTie } from '#lib/ties/commands.ts';
import type { Attempt } from './attempts.ts';
import { OTHER_CITY, OWN_CITY } from './people.ts';

const PAIR = { oneSlug: OWN_CITY, otherSlug: OTHER_CITY };

const idOf = async (sql: Sql, key: string) =>
  (await sql<{ id: string }[]>`select id from city where key = ${key}`)[0]?.id ?? '';

/** What a city says so that it is matched well, see attempts.ts. */
export const matchingAttempts: Record<string, Attempt> = {
  'hold-back.set': async (sql) => {
    await sql`delete from hold_back`;
    return (context) => holdBackPair(context, newId(), { ...PAIR, reason: 'x' });
  },
  'hold-back.lift': async (sql) => {
    await sql`delete from hold_back`;
    await sql`insert into hold_back (city_low, city_high, reason)
      select least(a.id, b.id), greatest(a.id, b.id), 'x' from city a, city b where a.key = ${OWN_CITY} and b.key = ${OTHER_CITY}`;
    return (context) => liftHoldBack(context, newId(), PAIR);
  },
  'hosting.say': async () => (context) =>
    sayHosting(context, newId(), { citySlug: OWN_CITY, places: Array.from({ length: 12 }, () => 1) }),
  'match.say-relevance': async () => (context) =>
    sayRelevance(context, newId(), { citySlug: OWN_CITY, otherSlug: OTHER_CITY, isRelevant: false }),
  'tie.add': async () => (context) =>
    addTie(context, newId(), {
      citySlug: OWN_CITY,
      otherSlug: OTHER_CITY,
      kind: 'twinning',
      subject: 'x',
      state: 'active',
    }),
  'tie.import': async () => (context) =>
    importTie(context, newId(), {
      key: newId(),
      citySlug: OWN_CITY,
      otherSlug: OTHER_CITY,
      kind: 'twinning',
      subject: 'x',
      year: 2020,
      sourceUrl: 'https://city.example',
    }),
  'tie.set': async (sql) => {
    const id = newId();
    const row = { id, key: id, kind: 'twinning', subject: 'x', origin: 'city', said: 'active' };
    const ends = { city_id: await idOf(sql, OWN_CITY), other_city_id: await idOf(sql, OTHER_CITY) };
    await sql`insert into city_tie ${sql({ ...row, ...ends })}`;
    return (context) => setTie(context, newId(), { tieId: id, state: 'resting' });
  },
};
