import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { appointment, organisation, person } from '#db/schema/identity.ts';
import { notice, noticeSeen } from '#db/schema/notices.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { NEWS_DAYS } from '#lib/notices/contract.ts';
import type { NoticeRow } from './mails.ts';

const A_DAY_AGO = sql`saling_now() - interval '24 hours'`;
/** When it could first be told: one that is held until it cannot be undone is news only then. */
const toldAt = sql`greatest(${notice.createdAt}, ${notice.dueAt})`;
const isSeen = sql<boolean>`coalesce(${toldAt} <= ${noticeSeen.at}, false)`;
const isOver = sql<boolean>`coalesce(${notice.expiresAt} <= saling_now(), false)`;
const seenOfNotice = and(eq(noticeSeen.personId, notice.personId), eq(noticeSeen.about, notice.about));

/** Mails to one person leave one after the other, so that each counts those before it. */
export async function lockRecipient(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(5310462, hashtext(${personId}))`);
}

/** What its recipient got within 24 hours, and whether there is a newer mail about the same page. */
export async function selectTold(
  tx: Tx,
  row: NoticeRow,
): Promise<{ mails: number; isOfMatter: boolean; isOvertaken: boolean }> {
  const isSameMatter = sql`${notice.about} = ${row.about}`;
  const [told] = await tx
    .select({
      mails: sql<number>`(count(*) filter (where ${notice.countedAt} > ${A_DAY_AGO}))::int`,
      isOfMatter: sql<boolean>`coalesce(bool_or(${isSameMatter} and ${notice.countedAt} > ${A_DAY_AGO}), false)`,
      isOvertaken: sql<boolean>`coalesce(bool_or(${isSameMatter} and ${notice.id} > ${row.id} and ${notice.state} in ('queued', 'gathered') and ${notice.dueAt} <= saling_now()), false)`,
    })
    .from(notice)
    .where(and(eq(notice.personId, row.personId ?? ''), sql`${notice.id} <> ${row.id}`));
  return told ?? { mails: 0, isOfMatter: false, isOvertaken: false };
}

/** From now on it counts in the budget of its recipient. */
export async function countMail(tx: Tx, id: string): Promise<void> {
  await tx.update(notice).set({ countedAt: sql`saling_now()` }).where(eq(notice.id, id));
}

/** It is told in the mail of the day. */
export async function gatherNotice(tx: Tx, id: string): Promise<void> {
  await tx
    .update(notice)
    .set({ state: 'gathered' })
    .where(and(eq(notice.id, id), eq(notice.state, 'queued')));
}

export type NewsRow = NoticeRow & { isSeen: boolean; isOver: boolean };

/** The last word on each page that the person got mails about, the newest first. */
export async function selectNews(tx: Tx, personId: string, isTrial: boolean): Promise<NewsRow[]> {
  const rows = await tx
    .selectDistinctOn([notice.about], { notice, isSeen, isOver })
    .from(notice)
    .leftJoin(noticeSeen, seenOfNotice)
    .where(
      and(
        eq(notice.personId, personId),
        eq(notice.isTrial, isTrial),
        sql`${notice.about} is not null`,
        gt(notice.createdAt, sql`saling_now() - make_interval(days => ${NEWS_DAYS})`),
        sql`(${notice.dueAt} <= saling_now() or ${notice.tries} > 0)`,
      ),
    )
    .orderBy(notice.about, desc(notice.id));
  return rows
    .map(({ notice: row, ...known }) => ({ ...row, ...known }))
    .sort((one, other) => (one.id < other.id ? 1 : -1));
}

export type Due = { personId: string; email: string; language: string; day: string; hour: number };

/** Who has something gathered that she has not seen; with day and hour where her office is. */
export async function selectDigestsDue(tx: Tx): Promise<Due[]> {
  const zone = sql`coalesce((select ${city.timeZone} from ${appointment} join ${organisation} on ${organisation.id} = ${appointment.organisationId} join ${city} on ${city.id} = ${organisation.cityId} where ${appointment.personId} = ${person.id} and ${appointment.state} <> 'ended' order by ${appointment.createdAt} limit 1), 'Asia/Jakarta')`;
  const local = (format: SQL) => sql`to_char(saling_now() at time zone ${zone}, ${format})`;
  const rows = await tx
    .selectDistinct({
      personId: person.id,
      email: person.email,
      language: person.language,
      day: local(sql`'YYYY-MM-DD'`).mapWith(String),
      hour: local(sql`'HH24'`).mapWith(Number),
    })
    .from(notice)
    .innerJoin(person, eq(person.id, notice.personId))
    .leftJoin(noticeSeen, seenOfNotice)
    .where(and(eq(notice.state, 'gathered'), isNull(notice.digestId), sql`not ${isSeen}`));
  return rows.flatMap(({ email, ...row }) => (email === null ? [] : { ...row, email }));
}

/** What was gathered for a person until now is told by this mail. */
export async function markGathered(tx: Tx, personId: string, digestId: string): Promise<void> {
  await tx
    .update(notice)
    .set({ digestId })
    .where(and(eq(notice.personId, personId), eq(notice.state, 'gathered'), isNull(notice.digestId)));
}

/** Once told, what those mails would open is wiped, as that of every mail. */
export async function wipeGathered(tx: Tx, digestId: string): Promise<void> {
  await tx.update(notice).set({ sealed: null }).where(eq(notice.digestId, digestId));
}

export async function deleteNotice(tx: Tx, id: string): Promise<void> {
  await tx.delete(notice).where(eq(notice.id, id));
}

/** Notes that the person has looked at these pages now. */
export async function putSeen(tx: Tx, personId: string, abouts: readonly string[]): Promise<void> {
  const at = sql`saling_now()`;
  await tx
    .insert(noticeSeen)
    .values(abouts.map((about) => ({ personId, about, at })))
    .onConflictDoUpdate({ target: [noticeSeen.personId, noticeSeen.about], set: { at } });
}

/** Which of these pages the person got mails about that she has not seen. */
export async function selectUnseen(
  tx: Tx,
  personId: string,
  abouts: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ about: notice.about })
    .from(notice)
    .leftJoin(noticeSeen, seenOfNotice)
    .where(and(eq(notice.personId, personId), inArray(notice.about, [...abouts]), sql`not ${isSeen}`));
  return new Set(rows.flatMap(({ about }) => about ?? []));
}
