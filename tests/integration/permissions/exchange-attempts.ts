import type { Sql } from 'postgres';
import { addClearance, changeClearance, removeClearance } from '#lib/carrying-out/commands/clearances.ts';
import { writePaper } from '#lib/carrying-out/commands/papers.ts';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { expireExchange, remindOfExchange } from '#lib/exchanges/commands/clock.ts';
import { consentToOutcome } from '#lib/exchanges/commands/consent.ts';
import * as moves from '#lib/exchanges/commands/moves.ts';
import { newId } from '#lib/platform/ids.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

const THIRD_CITY = 'surabaya';
type Row = Record<string, unknown>;

/** An exchange of the own city with a third one, so far that only permission can refuse the next step. */
async function made(sql: Sql, side: 'asking' | 'asked', change: Row): Promise<string> {
  const id = newId();
  const cities = side === 'asking' ? [OWN_CITY, THIRD_CITY] : [THIRD_CITY, OWN_CITY];
  await sql`delete from exchange`;
  await sql`
    insert into exchange (id, asking_city_id, asked_city_id, size, question, language)
    select ${id}, one.id, other.id, 'talk', 'How?', 'en' from city one, city other
    where one.key = ${cities[0] ?? ''} and other.key = ${cities[1] ?? ''}`;
  await sql`update exchange set ${sql(change as Record<string, string>)} where id = ${id}`;
  return id;
}

const attempt =
  (
    side: 'asking' | 'asked',
    change: Row,
    run: (context: Context, exchangeId: string) => Promise<unknown>,
    prepare: (sql: Sql, id: string) => Promise<unknown> = async () => null,
  ): Attempt =>
  async (sql) => {
    const id = await made(sql, side, change);
    await prepare(sql, id);
    return (context) => run(context, id);
  };

const requested = { state: 'requested', awaits: 'asked', waits_since: new Date(), due_at: new Date() };
const content = { scope: 'What', questions: '', people: '', interpreter: '', costs: '' };
const put = {
  brief: async (sql: Sql, id: string) => {
    await sql`insert into exchange_brief (exchange_id, version, side, content) values (${id}, 1, 'asked', ${sql.json(content)})`;
    await sql`insert into exchange_agreement (exchange_id, version, side) values (${id}, 1, 'asked')`;
  },
  // Under the number of its exchange, so that whoever tries knows it.
  clearance: (sql: Sql, id: string) => sql`
    insert into exchange_clearance (id, exchange_id, city_id, side, what, due_on)
    select id, id, asking_city_id, 'asking', 'Permit', '2027-01-15' from exchange where id = ${id}`,
  outcome: (sql: Sql, id: string) => sql`
    insert into exchange_outcome (exchange_id, month, asking_city_id, asked_city_id, outcome, changed, indicator, baseline, value, hard, language, is_shown_by_asking)
    select id, 3, asking_city_id, asked_city_id, 'adopted', '', '', '', '', '', 'en', false from exchange where id = ${id}`,
};
const step = { what: 'Permit to travel', dueOn: '2027-01-15' };
const completed = { state: 'completed', completed_at: new Date() };
const asks = { citySlug: OWN_CITY, otherSlug: THIRD_CITY, size: 'question' as const, question: 'How?' };
const said = { outcome: 'adopted' as const, isShown: false, month: 3 as const };

/** One valid try of each step of an exchange, see attempts.ts. */
export const exchangeAttempts: Record<string, Attempt> = {
  'exchange.ask': async (sql) => {
    await sql`delete from exchange`;
    return (context) => askExchange(context, newId(), asks);
  },
  'exchange.accept': attempt('asked', requested, (context, exchangeId) =>
    moves.acceptExchange(context, newId(), { exchangeId }),
  ),
  'exchange.decline': attempt('asked', requested, (context, exchangeId) =>
    moves.declineExchange(context, newId(), { exchangeId }),
  ),
  'exchange.propose-dates': attempt('asked', requested, (context, exchangeId) =>
    moves.proposeDates(context, newId(), { exchangeId, dates: [{ from: '2027-03-01', to: '2027-03-02' }] }),
  ),
  'exchange.undo-answer': attempt(
    'asked',
    { state: 'accepted', answered_by: 'asked' },
    (context, exchangeId) => moves.undoAnswer(context, newId(), { exchangeId }),
    (sql, id) => sql`update exchange set answered_at = saling_now() where id = ${id}`,
  ),
  'exchange.withdraw': attempt('asking', requested, (context, exchangeId) =>
    moves.withdrawExchange(context, newId(), { exchangeId }),
  ),
  'exchange.write-brief': attempt('asked', { state: 'accepted' }, (context, exchangeId) =>
    moves.writeBrief(context, newId(), { exchangeId, briefVersion: 0, content }),
  ),
  'exchange.agree': attempt(
    'asking',
    { state: 'scoping' },
    (context, exchangeId) => moves.agreeToBrief(context, newId(), { exchangeId, briefVersion: 1 }),
    put.brief,
  ),
  'exchange.begin': attempt('asking', { state: 'agreed' }, (context, exchangeId) =>
    moves.beginExchange(context, newId(), { exchangeId }),
  ),
  'exchange.answer': attempt('asked', { state: 'under-way' }, (context, exchangeId) =>
    moves.writeAnswer(context, newId(), { exchangeId, version: 1, text: 'So.' }),
  ),
  'exchange.complete': attempt('asking', { state: 'under-way' }, (context, exchangeId) =>
    moves.completeExchange(context, newId(), { exchangeId }),
  ),
  'exchange.check-outcome': attempt('asking', completed, (context, exchangeId) =>
    moves.checkOutcome(context, newId(), { exchangeId, ...said }),
  ),
  'exchange.consent': attempt(
    'asking',
    completed,
    (context, exchangeId) => consentToOutcome(context, newId(), { exchangeId, month: 3, isShown: true }),
    put.outcome,
  ),
  'exchange.write-paper': attempt('asked', { state: 'under-way' }, (context, exchangeId) =>
    writePaper(context, newId(), {
      ...{ exchangeId, kind: 'recommendations', version: 0 },
      items: [{ text: 'Begin small.' }],
    }),
  ),
  'exchange.add-clearance': attempt('asking', { state: 'accepted' }, (context, exchangeId) =>
    addClearance(context, newId(), { exchangeId, ...step }),
  ),
  'exchange.change-clearance': attempt(
    'asking',
    { state: 'accepted' },
    (context, exchangeId) =>
      changeClearance(context, newId(), { exchangeId, clearanceId: exchangeId, ...step, isDone: true }),
    put.clearance,
  ),
  'exchange.remove-clearance': attempt(
    'asking',
    { state: 'accepted' },
    (context, exchangeId) => removeClearance(context, newId(), { exchangeId, clearanceId: exchangeId }),
    put.clearance,
  ),
  'exchange.expire': attempt('asked', requested, (context, exchangeId) =>
    expireExchange(context, newId(), { exchangeId }),
  ),
  'exchange.remind': attempt('asked', requested, (context, exchangeId) =>
    remindOfExchange(context, newId(), { exchangeId }),
  ),
};
