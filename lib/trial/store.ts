import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { audit } from '#db/schema/core.ts';
import { correction } from '#db/schema/corrections.ts';
import { formerKey, recordDraft, recordVersion } from '#db/schema/drafts.ts';
import { exchange } from '#db/schema/exchanges.ts';
import { cityFact, cityFactDraft, cityFactVersion } from '#db/schema/facts.ts';
import { file } from '#db/schema/files.ts';
import { hostingMonth } from '#db/schema/hosting.ts';
import { appointment, invitation, organisation, person, session } from '#db/schema/identity.ts';
import { holdBack, matchNotRelevant, matchRest } from '#db/schema/matching.ts';
import { need } from '#db/schema/needs.ts';
import { notice } from '#db/schema/notices.ts';
import { evidenceReview, practice } from '#db/schema/practices.ts';
import { newsAsk } from '#db/schema/profile.ts';
import { cityTie } from '#db/schema/ties.ts';
import { profileImport } from '#db/schema/transfer.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { SESSION_IDLE_HOURS } from '#lib/identity/contract.ts';
import type { TrialRemains } from './contract.ts';
import { START_AGAIN } from './rules.ts';

/** Which of these cities have an office at which somebody can sit, by their slugs. */
export async function selectKnownOffices(tx: Tx, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: city.key })
    .from(organisation)
    .innerJoin(city, eq(city.id, organisation.cityId))
    .where(and(inArray(city.key, [...slugs]), isNull(city.formerSince)));
  return new Set(rows.map((row) => row.slug));
}

/** Slugs of the cities at whose desk somebody else sits now. */
export async function selectOpenDesks(tx: Tx, personId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ slug: city.key })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(appointment, eq(appointment.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .innerJoin(city, eq(city.id, organisation.cityId))
    .where(
      and(
        eq(person.isTrial, true),
        ne(person.id, personId),
        gt(session.expiresAt, sql`saling_now()`),
        gt(session.lastSeenAt, sql`saling_now() - make_interval(hours => ${SESSION_IDLE_HOURS})`),
      ),
    );
  return new Set(rows.map((row) => row.slug));
}

/** Whether the audit trail holds that this person did this to this subject. */
export async function hasDone(
  tx: Tx,
  given: { actorRef: string; verb: string; subjectId: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        eq(audit.actorRef, given.actorRef),
        eq(audit.verb, given.verb),
        eq(audit.subjectId, given.subjectId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Database ids of what a city published on the trial copy, the first one first. */
export async function selectTrialPractices(tx: Tx, slug: string): Promise<string[]> {
  const rows = await tx
    .select({ id: practice.id })
    .from(practice)
    .innerJoin(city, eq(city.id, practice.cityId))
    .where(and(eq(city.key, slug), eq(practice.isTrial, true), eq(practice.state, 'published')))
    .orderBy(asc(practice.id));
  return rows.map((row) => row.id);
}

/** Two at once take turns. */
export async function lockTrial(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310440)`);
}

export type RemovedRecord = { kind: 'practice' | 'need'; id: string; cityId: string };

/** Removes what the desks wrote. What was computed of it goes with it, or follows by the events. */
export async function deleteTrialRecords(tx: Tx): Promise<RemovedRecord[]> {
  const ids = <Kind>(kind: Kind, rows: { id: string; cityId: string }[]) =>
    rows.map((row) => ({ kind, ...row }));
  const practices = await tx
    .delete(practice)
    .where(eq(practice.isTrial, true))
    .returning({ id: practice.id, cityId: practice.cityId });
  const needs = await tx
    .delete(need)
    .where(eq(need.isTrial, true))
    .returning({ id: need.id, cityId: need.cityId });
  return [...ids('practice' as const, practices), ...ids('need' as const, needs)];
}

/** Working copies, and what records said before. @returns the number of working copies */
export async function deleteTrialDrafts(tx: Tx): Promise<number> {
  await tx.delete(recordVersion).where(eq(recordVersion.isTrial, true));
  await tx.delete(profileImport).where(eq(profileImport.isTrial, true));
  await tx.delete(formerKey).where(eq(formerKey.isTrial, true));
  await tx.delete(evidenceReview).where(eq(evidenceReview.isTrial, true));
  return (await tx.delete(recordDraft).where(eq(recordDraft.isTrial, true)).returning({ id: recordDraft.id }))
    .length;
}

/** Photos and documents, with their bytes. */
export async function deleteTrialFiles(tx: Tx): Promise<number> {
  return (await tx.delete(file).where(eq(file.isTrial, true)).returning({ id: file.id })).length;
}

/** What desks asked of each other, with all that came of it. */
export async function deleteTrialExchanges(tx: Tx): Promise<number> {
  return (await tx.delete(exchange).where(eq(exchange.isTrial, true)).returning({ id: exchange.id })).length;
}

/** What desks said of their cities, and were writing. @returns the cities whose facts are as before */
export async function deleteTrialFacts(tx: Tx): Promise<{ id: string; key: string }[]> {
  await tx.delete(cityFactDraft).where(eq(cityFactDraft.isTrial, true));
  await tx.delete(cityFactVersion).where(eq(cityFactVersion.isTrial, true));
  const rows = await tx.delete(cityFact).where(eq(cityFact.isTrial, true)).returning({ id: cityFact.cityId });
  const ids = [...new Set(rows.map((row) => row.id))];
  return ids.length === 0
    ? []
    : tx.select({ id: city.id, key: city.key }).from(city).where(inArray(city.id, ids));
}

/** What desks said of their cities' ties, and what came of their exchanges. */
export async function deleteTrialTies(tx: Tx): Promise<number> {
  return (await tx.delete(cityTie).where(eq(cityTie.isTrial, true)).returning({ id: cityTie.id })).length;
}

/** What desks said so that they are matched as they wish. @returns how many cities' words of what they host */
export async function deleteTrialWishes(tx: Tx): Promise<number> {
  await tx.delete(holdBack).where(eq(holdBack.isTrial, true));
  await tx.delete(matchRest).where(eq(matchRest.isTrial, true));
  await tx.delete(matchNotRelevant).where(eq(matchNotRelevant.isTrial, true));
  const rows = await tx
    .delete(hostingMonth)
    .where(eq(hostingMonth.isTrial, true))
    .returning({ id: hostingMonth.cityId });
  return new Set(rows.map(({ id }) => id)).size;
}

/** What was asked on the trial copy. */
export async function deleteTrialCorrections(tx: Tx): Promise<number> {
  const rows = await tx
    .delete(correction)
    .where(eq(correction.isTrial, true))
    .returning({ id: correction.id });
  return rows.length;
}

/** Mails to desks, and what a secretariat's desk asked of whom. */
export async function deleteTrialNotices(tx: Tx): Promise<number> {
  await tx.delete(newsAsk).where(eq(newsAsk.isTrial, true));
  return (await tx.delete(notice).where(eq(notice.isTrial, true)).returning({ id: notice.id })).length;
}

/** The desks themselves: who sits at one gets up. @returns the sessions that ended, and the number of persons */
export async function deleteTrialPeople(tx: Tx): Promise<{ sessions: string[]; people: number }> {
  const sessions = await tx
    .delete(session)
    .where(
      inArray(session.personId, tx.select({ id: person.id }).from(person).where(eq(person.isTrial, true))),
    )
    .returning({ id: session.id });
  await tx.delete(invitation).where(eq(invitation.isTrial, true));
  await tx.delete(appointment).where(eq(appointment.isTrial, true));
  const people = await tx.delete(person).where(eq(person.isTrial, true)).returning({ id: person.id });
  return { sessions: sessions.map((row) => row.id), people: people.length };
}

const NOTHING: TrialRemains = {
  practices: 0,
  needs: 0,
  drafts: 0,
  files: 0,
  facts: 0,
  exchanges: 0,
  requests: 0,
  notices: 0,
  people: 0,
};

export async function countTrial(tx: Tx): Promise<TrialRemains> {
  const [row] = await tx.execute<TrialRemains>(sql`
    select (select count(*)::int from practice where is_trial) as practices,
      (select count(*)::int from need where is_trial) as needs,
      (select count(*)::int from record_draft where is_trial) as drafts,
      (select count(*)::int from file where is_trial) as files,
      (select count(*)::int from city_fact where is_trial) + (select count(*)::int from city_tie where is_trial)
        + (select count(distinct city_id)::int from hosting_month where is_trial) as facts,
      (select count(*)::int from exchange where is_trial) as exchanges,
      (select count(*)::int from correction where is_trial) as requests,
      (select count(*)::int from notice where is_trial) as notices,
      (select count(*)::int from person where is_trial) as people`);
  return row ?? NOTHING;
}

/** Whether search or matches still hold something of a record that is gone, or of what lay over one. */
export async function hasTrialTraces(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`
    select exists (
      select 1 from search_document d
      where (d.kind = 'practice' and not exists (select 1 from practice p where p.id = d.record_id))
        or (d.kind = 'need' and not exists (select 1 from need n where n.id = d.record_id))
    ) or exists (
      select 1 from match_evidence e, jsonb_array_elements(e.covers) as c
      where not exists (select 1 from practice p where p.id = (c ->> 'practiceId')::uuid)
        or not exists (select 1 from need n where n.id = (c ->> 'needId')::uuid)
    ) or (exists (select 1 from match_evidence where is_trial)
      and not exists (select 1 from practice where is_trial) and not exists (select 1 from need where is_trial)
    ) as found`);
  return row?.found ?? false;
}

/** What the removal with this command id has removed; undefined where there was none. */
export async function selectRemoval(tx: Tx, commandId: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await tx
    .select({ after: audit.after })
    .from(audit)
    .where(and(eq(audit.commandId, commandId), eq(audit.verb, START_AGAIN)));
  return row?.after ?? undefined;
}
