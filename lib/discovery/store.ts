import { sql } from 'drizzle-orm';
import type { Tx } from '#lib/core/transaction.ts';

/** Visible practices and needs under each commitment, through the topics that are filed under it. */
export async function countByCommitment(
  tx: Tx,
): Promise<Map<number, { practiceCount: number; needCount: number }>> {
  const rows = await tx.execute<{ commitment: number; practices: number; needs: number }>(sql`
    with filed as (select commitment, array_agg(code) as codes from topic group by commitment)
    select commitment,
      (select count(*)::int from practice where topics && filed.codes) as practices,
      (select count(*)::int from need where topics && filed.codes) as needs
    from filed order by commitment`);
  return new Map(
    rows.map((row) => [row.commitment, { practiceCount: row.practices, needCount: row.needs }]),
  );
}

/**
 * One need of each of `limit` cities. Which cities changes with the day, so that none always stands in front;
 * within a day the answer is the same for everybody.
 */
export async function selectNeedsOfTheDay(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with one as (
      select distinct on (city_id) id, city_id from need
      order by city_id, md5(id::text || to_char(saling_now(), 'YYYYDDD'))
    ), chosen as (
      select one.id, city.name from one join city on city.id = one.city_id
      where city.former_since is null
      order by md5(one.city_id::text || to_char(saling_now(), 'YYYYDDD')) limit ${limit}
    )
    select id from chosen order by name collate "en-x-icu", id`);
  return rows.map((row) => row.id);
}
