import type { Sql } from 'postgres';
import type { FactContent } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import { confirmFact, removeFact, undoFact } from '#lib/facts/commands/saying.ts';
import { discardFact, saveFact, stateFact } from '#lib/facts/commands/writing.ts';
import { newId } from '#lib/platform/ids.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

const which = { citySlug: OWN_CITY, key: 'area' as const };
const content: FactContent = { value: ['167.3'], year: '2020', sourceTitle: 'The city', sourceUrl: '' };

/** The area of the own city as the city has said it, in its first version. */
async function stated(sql: Sql): Promise<void> {
  await cleared(sql);
  await sql`insert into city_fact (city_id, key, state, value, version, confirmed_at, said_role)
    select id, 'area', 'stated', '1', 1, saling_now(), 'staff' from city where key = ${OWN_CITY}`;
  await sql`insert into city_fact_version (id, city_id, key, state, value, version)
    select ${newId()}, id, 'area', 'stated', '1', 1 from city where key = ${OWN_CITY}`;
}

async function cleared(sql: Sql): Promise<void> {
  for (const table of ['city_fact', 'city_fact_version', 'city_fact_draft']) {
    await sql`delete from ${sql(table)} where city_id = (select id from city where key = ${OWN_CITY})`;
  }
}

async function drafted(sql: Sql): Promise<void> {
  await cleared(sql);
  await sql`insert into city_fact_draft (city_id, key, content, version, written_role)
    select id, 'area', ${sql.json(content)}, 1, 'staff' from city where key = ${OWN_CITY}`;
}

const attempt =
  (prepare: (sql: Sql) => Promise<void>, run: (context: Context) => Promise<unknown>): Attempt =>
  async (sql) => {
    await prepare(sql);
    return run;
  };
const seen = { ...which, version: 1 };

export const factAttempts: Record<string, Attempt> = {
  'fact.save': attempt(cleared, (context) => saveFact(context, newId(), { ...which, version: 0, content })),
  'fact.state': attempt(cleared, (context) => stateFact(context, newId(), { ...which, version: 0, content })),
  'fact.discard': attempt(drafted, (context) => discardFact(context, newId(), seen)),
  'fact.confirm': attempt(stated, (context) => confirmFact(context, newId(), seen)),
  'fact.remove': attempt(stated, (context) => removeFact(context, newId(), seen)),
  'fact.undo': attempt(stated, (context) => undoFact(context, newId(), seen)),
};
