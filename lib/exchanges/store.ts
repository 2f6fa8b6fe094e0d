import { and, asc, count, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import {
  exchange,
  exchangeAgreement,
  exchangeAnswer,
  exchangeBrief,
  exchangeOutcome,
  exchangeStanding,
  exchangeStep,
} from '#db/schema/exchanges.ts';
import type { Tx } from '#lib/core/transaction.ts';
import {
  CHECK_MONTHS,
  type CheckMonth,
  type ExchangeState,
  type ExchangeStep,
  REMIND_DAYS,
  type Side,
  UNANSWERED_DAYS,
} from './contract.ts';

export type ExchangeRow = typeof exchange.$inferSelect;
export type OutcomeRow = typeof exchangeOutcome.$inferSelect;
export type AnswerRow = typeof exchangeAnswer.$inferSelect;
export type StepRow = typeof exchangeStep.$inferSelect;
export type StandingRow = typeof exchangeStanding.$inferSelect;

/** Takes turns with whoever moves the same exchange; null where it is hidden. */
export async function lockExchange(tx: Tx, id: string): Promise<ExchangeRow | null> {
  const [row] = await tx.select().from(exchange).where(eq(exchange.id, id)).for('update');
  return row ?? null;
}

export async function selectExchange(tx: Tx, id: string): Promise<ExchangeRow | null> {
  const [row] = await tx.select().from(exchange).where(eq(exchange.id, id));
  return row ?? null;
}

/** Takes turns with others who ask for the same city. */
export async function lockRequests(tx: Tx, cityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310461, hashtext(${cityId}))`);
}

/** Requests of this city that wait for an answer. */
export async function countOpenRequests(tx: Tx, cityId: string, isTrial: boolean): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(exchange)
    .where(
      and(eq(exchange.askingCityId, cityId), eq(exchange.isTrial, isTrial), eq(exchange.state, 'requested')),
    );
  return row?.count ?? 0;
}

/** Of the reader's world, the last moved first. */
export function selectExchangesOf(tx: Tx, cityId: string, isTrial: boolean): Promise<ExchangeRow[]> {
  return tx
    .select()
    .from(exchange)
    .where(
      and(
        eq(exchange.isTrial, isTrial),
        sql`${cityId}::uuid in (${exchange.askingCityId}, ${exchange.askedCityId})`,
      ),
    )
    .orderBy(desc(exchange.movedAt), desc(exchange.id));
}

/** @throws SalingError `conflict` where the same city has asked the same other and waits for an answer */
export async function insertExchange(tx: Tx, row: typeof exchange.$inferInsert): Promise<void> {
  await tx.insert(exchange).values(row);
}

export async function updateExchange(tx: Tx, id: string, change: Partial<ExchangeRow>): Promise<void> {
  await tx
    .update(exchange)
    .set({ ...change, version: sql`${exchange.version} + 1`, movedAt: sql`saling_now()` })
    .where(eq(exchange.id, id));
}

/** Counts a reminder; it is no move. */
export async function countReminder(tx: Tx, id: string, sent: number): Promise<void> {
  await tx.update(exchange).set({ remindersSent: sent }).where(eq(exchange.id, id));
}

export async function insertStep(
  tx: Tx,
  row: {
    id: string;
    exchangeId: string;
    step: ExchangeStep;
    side: Side | null;
    fromState: ExchangeState | null;
    toState: ExchangeState;
  },
): Promise<void> {
  await tx.insert(exchangeStep).values(row);
}

export function selectSteps(tx: Tx, exchangeId: string): Promise<StepRow[]> {
  return tx
    .select()
    .from(exchangeStep)
    .where(eq(exchangeStep.exchangeId, exchangeId))
    .orderBy(asc(exchangeStep.id));
}

export async function insertAnswer(tx: Tx, row: typeof exchangeAnswer.$inferInsert): Promise<void> {
  await tx.insert(exchangeAnswer).values(row);
}

export function selectWrittenAnswers(tx: Tx, exchangeId: string): Promise<AnswerRow[]> {
  return tx
    .select()
    .from(exchangeAnswer)
    .where(eq(exchangeAnswer.exchangeId, exchangeId))
    .orderBy(asc(exchangeAnswer.id));
}

export type BriefRow = typeof exchangeBrief.$inferSelect & { agreedBy: Side[] };

/** The newest version, with who agreed to it. */
export async function selectBrief(tx: Tx, exchangeId: string): Promise<BriefRow | null> {
  const [row] = await tx
    .select()
    .from(exchangeBrief)
    .where(eq(exchangeBrief.exchangeId, exchangeId))
    .orderBy(desc(exchangeBrief.version))
    .limit(1);
  if (row === undefined) return null;
  const agreements = await tx
    .select({ side: exchangeAgreement.side })
    .from(exchangeAgreement)
    .where(and(eq(exchangeAgreement.exchangeId, exchangeId), eq(exchangeAgreement.version, row.version)));
  return { ...row, agreedBy: agreements.map(({ side }) => side) };
}

export async function insertBrief(tx: Tx, row: typeof exchangeBrief.$inferInsert): Promise<void> {
  await tx.insert(exchangeBrief).values(row);
}

export async function insertAgreement(
  tx: Tx,
  row: { exchangeId: string; version: number; side: Side },
): Promise<void> {
  await tx.insert(exchangeAgreement).values(row);
}

export async function insertOutcome(tx: Tx, row: typeof exchangeOutcome.$inferInsert): Promise<void> {
  await tx.insert(exchangeOutcome).values(row);
}

export function selectOutcomes(tx: Tx, exchangeIds: readonly string[]): Promise<OutcomeRow[]> {
  if (exchangeIds.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(exchangeOutcome)
    .where(inArray(exchangeOutcome.exchangeId, [...exchangeIds]))
    .orderBy(asc(exchangeOutcome.exchangeId), asc(exchangeOutcome.month));
}

export async function setConsent(
  tx: Tx,
  given: { exchangeId: string; month: CheckMonth; side: Side; isShown: boolean },
): Promise<void> {
  const change =
    given.side === 'asking' ? { isShownByAsking: given.isShown } : { isShownByAsked: given.isShown };
  await tx
    .update(exchangeOutcome)
    .set(change)
    .where(and(eq(exchangeOutcome.exchangeId, given.exchangeId), eq(exchangeOutcome.month, given.month)));
}

/** What both cities let be shown of a practice, the newest first; as visible as row policies say. */
export function selectTransfers(tx: Tx, practiceId: string): Promise<OutcomeRow[]> {
  return tx
    .select()
    .from(exchangeOutcome)
    .where(
      and(
        eq(exchangeOutcome.practiceId, practiceId),
        eq(exchangeOutcome.isShownByAsking, true),
        eq(exchangeOutcome.isShownByAsked, true),
      ),
    )
    .orderBy(desc(exchangeOutcome.saidAt));
}

export async function putStanding(tx: Tx, row: typeof exchangeStanding.$inferInsert): Promise<void> {
  const { isOpen, waitsSince } = row;
  await tx
    .insert(exchangeStanding)
    .values(row)
    .onConflictDoUpdate({ target: exchangeStanding.exchangeId, set: { isOpen, waitsSince } });
}

/** Most standings that one page or file holds. */
const MOST_STANDINGS = 5000;

/** Those that a secretariat sees, open ones that wait longest first. */
export async function selectStandings(tx: Tx): Promise<(StandingRow & { isLong: boolean })[]> {
  const isLong = sql<boolean>`coalesce(${exchangeStanding.waitsSince} <= saling_now() - make_interval(days => ${UNANSWERED_DAYS}), false)`;
  const rows = await tx
    .select({ standing: exchangeStanding, isLong })
    .from(exchangeStanding)
    .orderBy(
      desc(exchangeStanding.isOpen),
      sql`${exchangeStanding.waitsSince} nulls last`,
      asc(exchangeStanding.askedAt),
    )
    .limit(MOST_STANDINGS);
  return rows.map((row) => ({ ...row.standing, isLong: row.isLong }));
}

/** For the clock: requests that are out of time or whose office may be due a reminder. */
export async function selectWaiting(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: exchange.id })
    .from(exchange)
    .where(
      and(
        eq(exchange.state, 'requested'),
        lte(exchange.waitsSince, sql`saling_now() - make_interval(days => ${REMIND_DAYS[0]})`),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Completed ones whose outcome may be due to be asked for: in a shorter month up to three days earlier. */
export async function selectToCheck(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: exchange.id })
    .from(exchange)
    .where(
      and(
        eq(exchange.state, 'completed'),
        lte(
          exchange.completedAt,
          sql`saling_now() - make_interval(months => ${CHECK_MONTHS[0]}) + interval '4 days'`,
        ),
      ),
    );
  return rows.map(({ id }) => id);
}
