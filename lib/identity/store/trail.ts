import { and, desc, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { audit } from '#db/schema/core.ts';
import { organisation } from '#db/schema/identity.ts';
import type { OrganisationKind } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type TrailRow = {
  id: string;
  at: Date;
  verb: string;
  subjectKind: string;
  subjectId: string;
  actorKind: string;
  /** The record's own title, where it has one and the reader sees it. */
  title: string | null;
  key: string | null;
  /** Published after the office had agreed on paper; the photo of the sheet, where there is one. */
  isOnPaper: boolean;
  sheetId: string | null;
  officeKind: OrganisationKind | null;
  officeName: string | null;
};

const actor = sql`case when ${audit.actorRef} like 'person:%' then saling_office_of(substr(${audit.actorRef}, 8)::uuid) end`;
const named = (column: 'title' | 'key') =>
  sql<string | null>`case ${audit.subjectKind}
    when 'practice' then (select p.${sql.raw(column)} from practice p where p.id::text = ${audit.subjectId})
    when 'need' then (select n.${sql.raw(column)} from need n where n.id::text = ${audit.subjectId})
    when 'city' then ${column === 'title' ? city.name : city.key}
    when 'membership' then ${column === 'title' ? city.name : city.key} end`;

/** What was done about what the officer serves, the newest first. Row policies decide what that is. */
export function selectTrail(
  tx: Tx,
  given: {
    kind?: string | undefined;
    days: number;
    /** Leave out what the system did by itself. */
    isByPeople: boolean;
    before?: string | undefined;
    limit: number;
  },
): Promise<TrailRow[]> {
  const conditions: SQL[] = [gte(audit.at, sql`saling_now() - make_interval(days => ${given.days})`)];
  if (given.kind !== undefined) conditions.push(eq(audit.subjectKind, given.kind));
  if (given.isByPeople) conditions.push(ne(audit.actorKind, 'job'));
  if (given.before !== undefined) conditions.push(lt(audit.id, given.before));
  return tx
    .select({
      id: audit.id,
      at: audit.at,
      verb: audit.verb,
      subjectKind: audit.subjectKind,
      subjectId: audit.subjectId,
      actorKind: audit.actorKind,
      title: named('title'),
      key: named('key'),
      isOnPaper: sql<boolean>`coalesce((${audit.after} ->> 'isOnPaper')::boolean, false)`,
      sheetId: sql<string | null>`${audit.after} ->> 'approvalFileId'`,
      officeKind: organisation.kind,
      officeName: organisation.name,
    })
    .from(audit)
    .leftJoin(organisation, eq(organisation.id, actor))
    .leftJoin(city, eq(sql`${city.id}::text`, audit.subjectId))
    .where(and(...conditions))
    .orderBy(desc(audit.id))
    .limit(given.limit);
}
