import { type CityRow, cityById } from '#lib/cities/queries.ts';
import { jobContext } from '#lib/core/context.ts';
import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { officeContacts } from '#lib/identity/queries/offices.ts';
import { signLink } from '#lib/links/rules.ts';
import { REST_DAYS } from '#lib/matching/contract.ts';
import { pairOf, putRest, removeRest } from '#lib/matching/store/pairs.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import type { NoticeTemplate } from '#lib/notices/contract.ts';
import { deleteHeld } from '#lib/notices/store/mails.ts';
import { dayInMail } from '#lib/platform/day.ts';
import { derivedId } from '#lib/platform/ids.ts';
import { proposeEvidence } from '#lib/practices/commands/evidence.ts';
import { practicesById } from '#lib/practices/queries.ts';
import { notePastExchange } from '#lib/ties/commands.ts';
import { EXCHANGE_EVENT, type Side, UNDO_MINUTES } from './contract.ts';
import { cityOfSide } from './policy.ts';
import { daysAfter, evidenceOf, otherSide } from './rules.ts';
import { type ExchangeRow, selectExchange, selectOutcomes } from './store.ts';

export type Told = {
  template: NoticeTemplate;
  to: (by: Side | 'clock', row: ExchangeRow) => readonly Side[];
  /** The mail's page lets the office answer without signing in. */
  isAnswered?: boolean;
  heldMinutes?: number;
};

const toOther: Told['to'] = (by) => (by === 'clock' ? [] : [otherSide(by)]);
const toAwaited: Told['to'] = (_by, row) => (row.awaits === null ? [] : [row.awaits]);

/** Which side hears of which step, and how. Of what is not here nobody gets a mail. */
const TOLD: Record<string, Told> = {
  ask: { template: 'exchange-asked', to: toOther, isAnswered: true },
  'propose-dates': { template: 'exchange-dates', to: toOther, isAnswered: true },
  remind: { template: 'exchange-remind', to: toAwaited, isAnswered: true },
  accept: { template: 'exchange-accepted', to: toOther, heldMinutes: UNDO_MINUTES },
  decline: { template: 'exchange-declined', to: toOther, heldMinutes: UNDO_MINUTES },
  withdraw: { template: 'exchange-withdrawn', to: toOther },
  expire: { template: 'exchange-expired', to: () => ['asking', 'asked'] },
  'write-brief': { template: 'exchange-brief', to: toOther },
  agree: { template: 'exchange-agreed', to: toOther },
  answer: { template: 'exchange-answered', to: toOther },
  complete: { template: 'exchange-completed', to: toOther },
  'ask-outcome': { template: 'exchange-outcome', to: () => ['asking'] },
};

/** The row of an exchange that an event is about. */
export const exchangeOf = (tx: Tx, event: StoredEvent) => selectExchange(tx, String(event.payload.id));

async function tell(tx: Tx, event: StoredEvent): Promise<void> {
  const step = String(event.payload.step);
  const row = await exchangeOf(tx, event);
  if (row === null) return;
  if (step === 'undo-answer') {
    await deleteHeld(tx, `exchange-accepted:${row.id}:`);
    await deleteHeld(tx, `exchange-declined:${row.id}:`);
  }
  const told = TOLD[step];
  // What has been undone or overtaken meanwhile is not told any more.
  if (told === undefined || event.payload.state !== row.state) return;
  const by = event.payload.side as Side | 'clock';
  for (const side of told.to(by, row)) await tellOffice(tx, { event, row, told, side });
}

/** Mails the office of one side. @param given.params further ones that the words need */
export async function tellOffice(
  tx: Tx,
  given: {
    event: StoredEvent;
    row: ExchangeRow;
    told: Omit<Told, 'to'>;
    side: Side;
    params?: Record<string, string>;
  },
): Promise<void> {
  const { event, row, told, side } = given;
  const own = await cityById(tx, cityOfSide(row, side));
  const other = await cityById(tx, cityOfSide(row, otherSide(side)));
  if (own === undefined || other === undefined) return;
  for (const contact of await contactsOf(tx, own, row.isTrial)) {
    const { personId, email, language } = contact;
    const isAnswered = told.isAnswered === true && personId !== null && row.dueAt !== null;
    const path = isAnswered
      ? `/exchange-answer?token=${signLink({ purpose: 'answer-exchange', subject: row.id, personId, expiresAt: row.dueAt ?? new Date(0) })}`
      : `/exchanges/${row.id}`;
    await queueNotice(tx, {
      key: `${told.template}:${row.id}:${event.id}:${personId ?? email}`,
      ...{ personId, email, language, template: told.template, isTrial: row.isTrial },
      params: {
        own: own.name,
        other: other.name,
        size: row.size,
        ...given.params,
        until: row.dueAt === null ? '' : dayInMail(row.dueAt, language, own.timeZone),
      },
      about: `/exchanges/${row.id}`,
      sealed: { path },
      ...(isAnswered && row.dueAt !== null ? { expiresAt: row.dueAt } : {}),
      ...(told.heldMinutes === undefined ? {} : { heldMinutes: told.heldMinutes }),
    });
  }
}

/** Who speaks for the office now; at a desk of the trial copy where nobody sits yet, the desk. */
async function contactsOf(
  tx: Tx,
  city: CityRow,
  isTrial: boolean,
): Promise<{ personId: string | null; email: string; language: string }[]> {
  const found = await officeContacts(tx, city.id, ['focal-point', 'deputy', 'head-of-office'], isTrial);
  if (found.length > 0 || !isTrial) return found;
  return [{ personId: null, email: `${city.key}@trial.invalid`, language: 'en' }];
}

/**
 * A pair of which one has said no is not suggested for a year, to neither; not before the other side can have heard of
 * the answer, so that no list tells it earlier than the mail.
 */
async function rest(tx: Tx, event: StoredEvent): Promise<void> {
  const { step } = event.payload;
  if (step !== 'decline' && step !== 'undo-answer') return;
  const row = await selectExchange(tx, String(event.payload.id));
  if (row === null) return;
  const pair = pairOf(row.askingCityId, row.askedCityId);
  if (step === 'undo-answer') return removeRest(tx, pair, row.isTrial);
  if (row.state !== 'declined' || row.answeredAt === null) return;
  const fromAt = new Date(row.answeredAt.getTime() + UNDO_MINUTES * 60_000);
  await putRest(tx, { ...pair, isTrial: row.isTrial, fromAt, untilAt: daysAfter(fromAt, REST_DAYS) });
}

const MOST_OF_QUESTION = 200;

/** What was completed stands among the ties of both cities. */
async function noteTie(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.payload.step !== 'complete') return;
  const row = await selectExchange(tx, String(event.payload.id));
  if (row === null || row.completedAt === null) return;
  const [practice] = row.practiceId === null ? [] : await practicesById(tx, [row.practiceId]);
  const said = practice ?? { title: row.question.slice(0, MOST_OF_QUESTION), language: row.language };
  const { askingCityId, askedCityId, completedAt, isTrial } = row;
  await notePastExchange(tx, {
    ...{ exchangeId: row.id, askingCityId, askedCityId, completedAt, isTrial },
    subject: said.title,
    language: said.language,
  });
}

/** What both cities let be shown may make the evidence of the practice a better one, which a secretariat confirms. */
async function propose(event: StoredEvent): Promise<void> {
  if (event.payload.step !== 'consent') return;
  const context = jobContext('exchanges');
  const outcomes = await withActor(context.actor, (tx) => selectOutcomes(tx, [String(event.payload.id)]));
  for (const row of outcomes.filter(
    ({ isShownByAsking, isShownByAsked }) => isShownByAsking && isShownByAsked,
  )) {
    const proposed = evidenceOf(row);
    if (proposed === null || row.practiceId === null) continue;
    const { practiceId, isTrial } = row;
    await proposeEvidence(context, derivedId(event.id, `evidence-${row.month}`), {
      practiceId,
      proposed,
      isTrial,
    });
  }
}

export const exchangeReactions: readonly Reaction[] = [
  { name: 'exchanges.notices', types: [EXCHANGE_EVENT], handle: tell },
  { name: 'exchanges.tie', types: [EXCHANGE_EVENT], handle: noteTie },
  { name: 'exchanges.evidence', types: [EXCHANGE_EVENT], after: propose },
  { name: 'exchanges.rest', types: [EXCHANGE_EVENT], handle: rest },
];
