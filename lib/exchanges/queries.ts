import { z } from 'zod';
import { cityRefs, findCityId } from '#lib/cities/queries.ts';
import type { Actor } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { defineQuery } from '#lib/core/query.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { rolesAt } from '#lib/drafts/policy.ts';
import { officeHolders } from '#lib/identity/queries/offices.ts';
import { isOfficer } from '#lib/identity/rules.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { needsById } from '#lib/needs/queries.ts';
import { slugField } from '#lib/platform/fields.ts';
import { findPracticeId, practiceCardsById } from '#lib/practices/queries.ts';
import {
  type CheckMonth,
  type Exchange,
  type ExchangeCard,
  exchangeIdInput,
  type Side,
  type StandingExchange,
  type Transfer,
} from './contract.ts';
import {
  byTurn,
  type Moving,
  nextCheckOf,
  type Subject,
  toBrief,
  toCard,
  toHistory,
  toOutcome,
  toStanding,
  toTransfers,
} from './listing/shapes.ts';
import { cityOfSide, mayMove, sideOf } from './policy.ts';
import { possibleSteps, type Standing, undoUntil } from './rules.ts';
import {
  type BriefRow,
  type ExchangeRow,
  selectBrief,
  selectExchange,
  selectExchangesOf,
  selectOutcomes,
  selectStandings,
  selectSteps,
  selectTransfers,
  selectWrittenAnswers,
} from './store.ts';

const monthOf = ({ month }: { month: number }): CheckMonth => (month === 3 ? 3 : 12);

/** What decides about the next step, read anew. */
async function standingOf(tx: Tx, row: ExchangeRow): Promise<{ standing: Standing; brief: BriefRow | null }> {
  const brief = await selectBrief(tx, row.id);
  const answers = await selectWrittenAnswers(tx, row.id);
  const outcomes = await selectOutcomes(tx, [row.id]);
  const { state, size, awaits, answeredBy, answeredAt, completedAt } = row;
  const standing = {
    ...{ state, size, awaits, answeredBy, answeredAt, completedAt },
    hasAnswer: answers.length > 0,
    agreedBy: brief?.agreedBy ?? [],
    checked: outcomes.map(monthOf),
  };
  return { standing, brief };
}

/** An exchange with its two cities and what decides about its next step, read anew. */
export async function movingOf(tx: Tx, row: ExchangeRow, actor: Actor): Promise<Moving> {
  const { id, askingCityId, askedCityId, isTrial, awaits } = row;
  const answers = row.state === 'requested' ? awaits : row.answeredBy;
  const holders =
    actor.kind === 'link' && answers !== null
      ? await officeHolders(tx, cityOfSide(row, answers), isTrial)
      : [];
  return {
    ...{ id, askingCityId, askedCityId, isTrial, awaits, answers, holders, row },
    ...(await standingOf(tx, row)),
    now: await databaseNow(tx),
  };
}

/** Need and practice of each exchange, by its id, as far as the reader sees them. */
async function subjectsOf(
  tx: Tx,
  context: Context,
  rows: readonly ExchangeRow[],
): Promise<Map<string, Subject>> {
  const needIds = rows.flatMap((row) => row.needId ?? []);
  const practiceIds = rows.flatMap((row) => row.practiceId ?? []);
  // One at a time: a hidden one is left out, and the rest are in order.
  const needs = new Map<string, Subject['need']>();
  for (const id of new Set(needIds)) {
    const [found] = await needsById(tx, context, [id]);
    if (found !== undefined) needs.set(id, { id: found.id, title: found.title });
  }
  const practices = await practiceCardsById(tx, context, [...new Set(practiceIds)]);
  return new Map(
    rows.map((row) => {
      const practice = row.practiceId === null ? undefined : practices.get(row.practiceId);
      const need = row.needId === null ? null : (needs.get(row.needId) ?? null);
      return [
        row.id,
        { need, practice: practice === undefined ? null : { id: practice.id, title: practice.title } },
      ];
    }),
  );
}

const citiesOf = (tx: Tx, rows: readonly { askingCityId: string; askedCityId: string }[]) =>
  cityRefs(
    tx,
    rows.flatMap((row) => [row.askingCityId, row.askedCityId]),
  );

/** Exchanges of one's own city: ours to do first, in the order of dates. @throws SalingError `not-found` to others */
export const listExchanges = defineQuery({
  input: z.object({ citySlug: slugField }),
  run: async (tx, { citySlug }, context): Promise<ExchangeCard[]> => {
    const { actor } = context;
    const cityId = await findCityId(tx, citySlug);
    if (cityId === undefined || actor.kind !== 'person' || rolesAt(actor, cityId).length === 0)
      throw notFound();
    const rows = await selectExchangesOf(tx, cityId, actor.isTrial);
    const cities = await citiesOf(tx, rows);
    const subjects = await subjectsOf(tx, context, rows);
    const outcomes = await selectOutcomes(
      tx,
      rows.map(({ id }) => id),
    );
    const now = await databaseNow(tx);
    return rows
      .flatMap((row) => {
        const { need, practice } = subjects.get(row.id) ?? { need: null, practice: null };
        const subject = need?.title ?? practice?.title ?? null;
        const checked = outcomes.filter(({ exchangeId }) => exchangeId === row.id).map(monthOf);
        const nextCheck = nextCheckOf({ ...row, checked }, now);
        const side = row.askingCityId === cityId ? 'asking' : 'asked';
        return toCard(row, side, cities, { subject, nextCheck }) ?? [];
      })
      .sort(byTurn);
  },
});

/** The exchange and the side for which the actor acts. @throws SalingError `not-found` for everybody else */
export async function readMoving(
  tx: Tx,
  exchangeId: string,
  actor: Context['actor'],
): Promise<{ moving: Moving; side: Side }> {
  const row = await selectExchange(tx, exchangeId);
  if (row === null) throw notFound();
  const moving = await movingOf(tx, row, actor);
  const side = sideOf(actor, moving);
  if (side === null) throw notFound();
  return { moving, side };
}

/** One exchange, for people of its two cities and who holds its mail's link. @throws SalingError `not-found` */
export const getExchange = defineQuery({
  input: exchangeIdInput,
  run: async (tx, { exchangeId }, context): Promise<Exchange> => {
    const { actor } = context;
    const { moving, side } = await readMoving(tx, exchangeId, actor);
    const { row } = moving;
    const { need, practice } = (await subjectsOf(tx, context, [row])).get(row.id) ?? {
      need: null,
      practice: null,
    };
    const card = toCard(row, side, await citiesOf(tx, [row]), {
      subject: need?.title ?? practice?.title ?? null,
      nextCheck: nextCheckOf(moving.standing, moving.now),
    });
    if (card === undefined) throw notFound();
    const answers = await selectWrittenAnswers(tx, row.id);
    const until = row.answeredBy === side ? undoUntil(moving.standing, moving.now) : null;
    const { version, languages, dates, language, question, offer } = row;
    return {
      ...card,
      ...{ version, languages, dates, need, practice },
      question: { text: question, language },
      offer: offer === '' ? null : { text: offer, language },
      answers: answers.map((answer) => ({
        ...{ text: answer.text, language: answer.language, side: answer.side },
        at: answer.at.toISOString(),
      })),
      brief: toBrief(moving.brief),
      history: toHistory(await selectSteps(tx, row.id)),
      outcomes: (await selectOutcomes(tx, [row.id])).map(toOutcome),
      completedAt: row.completedAt?.toISOString() ?? null,
      undoUntil: until?.toISOString() ?? null,
      isReadOnly: mayMove(actor, moving) !== null,
      may: mayMove(actor, moving) === null ? possibleSteps(moving.standing, side, moving.now) : [],
    };
  },
});

/** Where a practice went and what came of it, as both cities let it be shown. @throws SalingError `not-found` */
export const listTransfers = defineQuery({
  input: z.object({ practiceId: slugField }),
  run: async (tx, { practiceId }): Promise<Transfer[]> => {
    const id = await findPracticeId(tx, practiceId);
    if (id === undefined) throw notFound();
    const rows = await selectTransfers(tx, id);
    return toTransfers(rows, await citiesOf(tx, rows));
  },
});

/** Exchanges of cities that the officer serves: open or not, and since when they wait. @throws SalingError `not-found` */
export const listStandings = defineQuery({
  input: z.object({}),
  run: async (tx, _input, { actor }): Promise<StandingExchange[]> => {
    if (!isOfficer(actor)) throw notFound();
    const rows = await selectStandings(tx);
    const cities = await citiesOf(tx, rows);
    return rows.flatMap((row) => toStanding(row, cities) ?? []);
  },
});
