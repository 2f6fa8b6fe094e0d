import type { Sql } from 'postgres';
import { runReactions } from '#lib/core/events.ts';
import { reactions } from '#server/workers/reactions.ts';

/** Runs the reactions to every event that none has handled yet, as the worker would. */
export async function runWaitingEvents(sql: Sql): Promise<void> {
  for (;;) {
    const rows = await sql<{ id: string }[]>`
      select e.id from event e where e.at > now() - interval '1 hour'
        and not exists (select 1 from event_reaction r where r.event_id = e.id)
        and (e.type like 'practice.%' or e.type like 'need.%' or e.type in ('matches.outdated', 'index.outdated'))
        and e.type not like '%.drafted' and e.type not like '%.sent'
      order by e.at limit 50`;
    if (rows.length === 0) return;
    for (const { id } of rows) await runReactions(reactions, id);
  }
}
