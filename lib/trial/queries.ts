import { getCity } from '#lib/cities/queries.ts';
import { type Appointment, actorKey, isOnTrialCopy, type Person } from '#lib/core/actor.ts';
import { type Context, jobContext } from '#lib/core/context.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { withActor } from '#lib/core/transaction.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import { listExchanges } from '#lib/exchanges/queries.ts';
import { TRIAL_DESKS } from '#lib/identity/contract.ts';
import type { Match } from '#lib/matching/contract.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { listNeeds } from '#lib/needs/queries.ts';
import { isUuid } from '#lib/platform/ids.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import { practiceCards } from '#lib/practices/queries.ts';
import { type Trial, type TrialRemains, type TrialStep, trialRemainsSchema } from './contract.ts';
import { BRIEF_SEEN, SEEN } from './rules.ts';
import {
  countTrial,
  hasDone,
  hasTrialTraces,
  selectKnownOffices,
  selectOpenDesks,
  selectRemoval,
  selectTrialPractices,
} from './store.ts';

const { actor: job } = jobContext('trial');
/** How far down the ranking the other desk may stand. */
const MOST_PARTNERS = 20;

/** Desks, and where the asking one stands. @throws SalingError `not-found` outside the trial copy */
export async function getTrial(context: Context): Promise<Trial> {
  const { actor } = context;
  if (!isOnTrialCopy(actor)) throw notFound();
  const desks = await knownDesks();
  const person = actor.kind === 'person' && actor.isTrial ? actor : null;
  const seat = person?.appointments[0];
  const start: Trial = {
    desks,
    seat: seat === undefined ? null : { office: seat.organisationName, role: seat.role },
    city: null,
    beside: null,
    exchange: null,
    practices: [],
    arrived: [],
    received: [],
    done: seat === undefined ? [] : ['sit'],
  };
  return person === null || seat === undefined ? start : addCity(context, person, seat, start);
}

async function addCity(context: Context, person: Person, seat: Appointment, start: Trial): Promise<Trial> {
  const slug = seat.citySlug;
  if (slug === null) return start;
  const city = await getCity(context, { slug });
  const { open, hasSeen } = await withActor(job, async (tx) => ({
    open: await selectOpenDesks(tx, person.personId),
    hasSeen: await hasDone(tx, { actorRef: actorKey(person), verb: SEEN, subjectId: slug }),
  }));
  const practices = await publishedHere(context, slug);
  const beside = await matchBeside(context, slug, open);
  const isOpen = beside !== undefined && open.has(beside.match.city.slug);
  const shown = new Set(beside?.match.share.covers.map((cover) => cover.practice.id));
  const arrived = practices.map((practice) => practice.id).filter((id) => shown.has(id));
  const exchange = beside === undefined ? null : await exchangeWith(context, slug, beside.match);
  const hasPrinted = exchange !== null && (await hasOpened(person, exchange));
  const done: Record<TrialStep, boolean> = {
    sit: true,
    match: hasSeen,
    beside: isOpen,
    ask: exchange !== null,
    answer: exchange !== null && exchange.state !== 'requested',
    print: hasPrinted,
    publish: practices.length > 0,
    arrive: arrived.length > 0,
  };
  return {
    ...start,
    city,
    beside:
      beside === undefined ? null : { ...beside, isOpen, wanted: await wantedBy(context, beside.match) },
    exchange,
    practices,
    arrived,
    received: beside === undefined ? [] : await receivedFrom(context, beside.match),
    done: (Object.keys(done) as TrialStep[]).filter((step) => done[step]),
  };
}

async function exchangeWith(
  context: Context,
  citySlug: string,
  { city }: Match,
): Promise<ExchangeCard | null> {
  const all = await listExchanges(context, { citySlug });
  const both = all.filter(({ other }) => other.slug === city.slug);
  return both.toSorted((one, other) => other.askedAt.localeCompare(one.askedAt))[0] ?? null;
}

const hasOpened = (person: Person, { id }: ExchangeCard): Promise<boolean> =>
  withActor(job, (tx) => hasDone(tx, { actorRef: actorKey(person), verb: BRIEF_SEEN, subjectId: id }));

const publishedHere = (context: Context, slug: string): Promise<PracticeCard[]> =>
  withActor(context.actor, async (tx) => practiceCards(tx, context, await selectTrialPractices(tx, slug)));

async function receivedFrom(context: Context, { city, learn }: Match): Promise<PracticeCard[]> {
  const shown = new Set(learn.covers.map((cover) => cover.practice.id));
  return (await publishedHere(context, city.slug)).filter(({ id }) => shown.has(id));
}

/** The need that this city answers best; where it answers none, the first one that the other has. */
async function wantedBy(context: Context, { city, share }: Match) {
  const best = share.covers[0]?.need ?? (await listNeeds(context, { city: city.slug, limit: 1 })).items[0];
  return best === undefined ? null : { id: best.id, title: best.title };
}

/** Where somebody sits already, so that both desks look at each other; else the first of the ranking. */
async function matchBeside(
  context: Context,
  slug: string,
  open: ReadonlySet<string>,
): Promise<{ match: Match; place: number } | undefined> {
  const items = await partnersOf(context, slug);
  const index = Math.max(
    0,
    items.findIndex((match) => open.has(match.city.slug)),
  );
  const match = items[index];
  return match === undefined ? undefined : { match, place: index + 1 };
}

/** None where the city has ceased to be a local government while somebody sat at its desk. */
async function partnersOf(context: Context, slug: string): Promise<Match[]> {
  try {
    return (await getMatches(context, { slug, limit: MOST_PARTNERS })).items;
  } catch (error) {
    if (error instanceof SalingError && error.code === 'not-found') return [];
    throw error;
  }
}

/** Whether the steps lead anywhere from the desk of this city. @throws SalingError `not-found` outside the trial copy */
export async function hasTrialMatch(context: Context, slug: string): Promise<boolean> {
  if (!isOnTrialCopy(context.actor)) throw notFound();
  return (await partnersOf(jobContext('trial'), slug)).length > 0;
}

async function knownDesks(): Promise<Trial['desks']> {
  const slugs = TRIAL_DESKS.flatMap((desk) => desk.city ?? []);
  const known = await withActor(job, (tx) => selectKnownOffices(tx, slugs));
  return TRIAL_DESKS.filter((desk) => desk.city === null || known.has(desk.city)).map((desk) => desk.key);
}

/** What "Start again" would remove. @throws SalingError `not-found` outside the trial copy */
export async function getTrialRemains(context: Context): Promise<TrialRemains> {
  if (!isOnTrialCopy(context.actor)) throw notFound();
  return withActor(job, countTrial);
}

/** What a removal has removed, by its command id; null where there was none. @throws SalingError `not-found` */
export async function getTrialRemoval(context: Context, commandId: string): Promise<TrialRemains | null> {
  if (!isOnTrialCopy(context.actor)) throw notFound();
  if (!isUuid(commandId)) return null;
  const row = await withActor(job, (tx) => selectRemoval(tx, commandId));
  return trialRemainsSchema.safeParse(row).data ?? null;
}

/** Whether search and matches have followed the removal. @throws SalingError `not-found` outside the trial copy */
export async function isTrialForgotten(context: Context): Promise<boolean> {
  if (!isOnTrialCopy(context.actor)) throw notFound();
  return !(await withActor(job, hasTrialTraces));
}
