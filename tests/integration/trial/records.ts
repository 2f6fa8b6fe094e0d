import type { Sql } from 'postgres';
import { newId } from '#lib/platform/ids.ts';

/** A practice that the trial desk of Bandung has published, in words that Battambang looks for. */
export async function answerBandung(sql: Sql, key: string): Promise<void> {
  await sql`
    insert into practice (id, key, origin, is_trial, city_id, title, summary, topics, sdgs, pillars, evidence, start_year, other_sources)
    select ${newId()}, ${key}, 'city', true, c.id, 'Separation of wet and dry waste at the source', n.description,
      n.topics, n.sdgs, '{}', 'self-reported', 2026, '{}'
    from city c, need n join city other on other.id = n.city_id
    where c.key = 'bandung' and other.key = 'battambang' and not n.is_trial
    limit 1`;
}

/** A need that the trial desk of Bandung has published, in the words of a real one. */
export async function askLikeBandung(sql: Sql, key: string): Promise<void> {
  await sql`
    insert into need (id, key, origin, is_trial, city_id, title, description, topics, sdgs, other_sources)
    select ${newId()}, ${key}, 'city', true, n.city_id, n.title, n.description, n.topics, n.sdgs, '{}'
    from need n join city c on c.id = n.city_id where c.key = 'bandung' and not n.is_trial limit 1`;
}
