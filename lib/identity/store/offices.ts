import { and, eq, type SQL, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { appointment, organisation, person } from '#db/schema/identity.ts';
import type { Role } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import type { ServedOffice } from '#lib/identity/policy.ts';
import type { OfficeReference } from '#lib/identity/rules.ts';
import type { AppointmentRow } from './people.ts';

/** An office as a policy wants it. To be joined with `city`. */
export const office = {
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  citySlug: city.key,
  forum: organisation.forum,
  isServed: sql<boolean>`coalesce(saling_serves(${organisation.cityId}), false)`,
  isFormer: sql<boolean>`${city.formerSince} is not null`,
};

async function selectOffices(tx: Tx, condition: SQL | undefined): Promise<ServedOffice[]> {
  return tx
    .select(office)
    .from(organisation)
    .leftJoin(city, eq(city.id, organisation.cityId))
    .where(condition)
    .orderBy(organisation.name);
}

const named = (reference: OfficeReference): SQL | undefined => {
  switch (reference.kind) {
    case 'city-office':
      return eq(city.key, reference.slug);
    case 'secretariat':
      return eq(organisation.forum, reference.forum);
    case 'chair':
      return eq(organisation.kind, 'chair');
    case 'observer':
      return and(eq(organisation.kind, 'observer'), eq(organisation.name, reference.name));
  }
};

export async function selectOffice(tx: Tx, reference: OfficeReference): Promise<ServedOffice | undefined> {
  const [row] = await selectOffices(tx, named(reference));
  return row;
}

export async function selectOfficeById(tx: Tx, id: string): Promise<ServedOffice | undefined> {
  const [row] = await selectOffices(tx, eq(organisation.id, id));
  return row;
}

/** Every office, for lists of which the actor may use a part. */
export const selectAllOffices = (tx: Tx) => selectOffices(tx, undefined);

export type FoundAppointment = {
  row: AppointmentRow;
  office: ServedOffice;
  name: string;
  email: string | null;
  personId: string;
  role: Role;
  /** Whether its last step, a confirmation or an end, can still be undone. */
  isFresh: boolean;
};

const isFresh = sql<boolean>`coalesce(case ${appointment.state} when 'ended' then ${appointment.endedAt} when 'confirmed' then ${appointment.confirmedAt} end > saling_now() - make_interval(mins => ${UNDO_MINUTES}), false)`;

const selectAppointments = (tx: Tx) =>
  tx
    .select({
      row: appointment,
      office,
      name: person.name,
      email: person.email,
      personId: appointment.personId,
      role: appointment.role,
      isFresh,
    })
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .leftJoin(city, eq(city.id, organisation.cityId));

/** Locked; undefined where it is hidden from the actor, or hers to see only. */
export async function lockAppointment(tx: Tx, id: string): Promise<FoundAppointment | undefined> {
  const [row] = await selectAppointments(tx).where(eq(appointment.id, id)).for('update', { of: appointment });
  return row;
}

export async function selectAppointment(tx: Tx, id: string): Promise<FoundAppointment | undefined> {
  const [row] = await selectAppointments(tx).where(eq(appointment.id, id));
  return row;
}

/** Named and confirmed appointments at one office, in the order of the alphabet. */
export function selectPeopleOf(tx: Tx, organisationId: string): Promise<FoundAppointment[]> {
  return selectAppointments(tx)
    .where(and(eq(appointment.organisationId, organisationId), sql`${appointment.state} <> 'ended'`))
    .orderBy(person.name, appointment.id);
}

/** Those that wait for a confirmation, at every office that the actor sees. */
export function selectNamed(tx: Tx): Promise<FoundAppointment[]> {
  return selectAppointments(tx).where(eq(appointment.state, 'named')).orderBy(organisation.name, person.name);
}

export function selectAppointmentsOf(tx: Tx, personId: string): Promise<FoundAppointment[]> {
  return selectAppointments(tx)
    .where(and(eq(appointment.personId, personId), sql`${appointment.state} <> 'ended'`))
    .orderBy(organisation.name);
}

type Held = { organisationId: string; role: Role; isTrial: boolean };
const holder = (tx: Tx, given: Held) =>
  tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.organisationId, given.organisationId),
        eq(appointment.role, given.role),
        eq(appointment.isTrial, given.isTrial),
        eq(appointment.state, 'confirmed'),
      ),
    );

/** Who holds a role of which an office has one. */
export const selectHolder = async (tx: Tx, given: Held): Promise<AppointmentRow | undefined> =>
  (await holder(tx, given))[0];

export const lockHolder = async (tx: Tx, given: Held): Promise<AppointmentRow | undefined> =>
  (await holder(tx, given).for('update'))[0];

/** Whether the actor has uploaded this file herself, or her office has. It is not removed meanwhile. */
export async function ownsFile(tx: Tx, fileId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(5310450)`);
  const rows =
    await tx.execute(sql`select 1 from file f where f.id = ${fileId}::uuid and f.is_trial = saling_is_trial()
    and (saling_belongs(f.organisation_id) or f.uploaded_by = saling_person())`);
  return rows.length === 1;
}

/** False when somebody else has changed it since. */
export async function updateAppointment(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: Partial<Pick<AppointmentRow, 'state' | 'fromOn' | 'toOn' | 'letterReference' | 'letterFileId'>> & {
    isConfirmedNow?: boolean;
  },
): Promise<boolean> {
  const { isConfirmedNow, ...columns } = changes;
  const changed = await tx
    .update(appointment)
    .set({
      ...columns,
      ...(isConfirmedNow === undefined ? {} : { confirmedAt: isConfirmedNow ? sql`saling_now()` : null }),
      version: version + 1,
    })
    .where(and(eq(appointment.id, id), eq(appointment.version, version)))
    .returning({ id: appointment.id });
  return changed.length > 0;
}

/** Its rights end at once; its last day is today, or its first where that is still to come. */
export async function endAppointmentRow(tx: Tx, id: string, version: number): Promise<void> {
  await tx
    .update(appointment)
    .set({
      state: 'ended',
      endedAt: sql`saling_now()`,
      plannedToOn: sql`${appointment.toOn}`,
      toOn: sql`greatest(${appointment.fromOn}, least(coalesce(${appointment.toOn}, saling_today()), saling_today()))`,
      version: version + 1,
    })
    .where(and(eq(appointment.id, id), eq(appointment.version, version)));
}

/** Undoes an end: the state and the last day that it had. False when somebody else has changed it since. */
export async function resumeAppointmentRow(tx: Tx, row: AppointmentRow): Promise<boolean> {
  const changed = await tx
    .update(appointment)
    .set({
      state: row.confirmedAt === null ? 'named' : 'confirmed',
      endedAt: null,
      toOn: row.plannedToOn,
      plannedToOn: null,
      version: row.version + 1,
    })
    .where(and(eq(appointment.id, row.id), eq(appointment.version, row.version)))
    .returning({ id: appointment.id });
  return changed.length > 0;
}

const hasRunOut = and(
  eq(appointment.state, 'confirmed'),
  sql`${appointment.toOn} < (saling_now() at time zone 'Asia/Yangon')::date`,
);

/** Confirmed appointments whose last day has passed everywhere in the region. */
export async function selectExpired(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ id: appointment.id }).from(appointment).where(hasRunOut).limit(100);
  return rows.map(({ id }) => id);
}

/** One of these; undefined where it was ended or prolonged meanwhile. */
export async function lockExpired(tx: Tx, id: string): Promise<AppointmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.id, id), hasRunOut))
    .for('update');
  return row;
}

/** The day in Jakarta, where both secretariats sit. */
export async function selectToday(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ today: string }>(sql`select saling_today()::text as today`);
  return row?.today ?? '';
}

const focalPointRuns = sql`exists (select 1 from appointment a where a.organisation_id = organisation.id and a.role = 'focal-point' and saling_runs(a.state, a.from_on, a.to_on))`;

export type OfficeWaiting = ServedOffice & { since: Date };

/** City offices without a focal point, and since when; offices of former cities have none to name. */
export function selectWithoutFocalPoint(tx: Tx): Promise<OfficeWaiting[]> {
  return tx
    .select({
      ...office,
      since:
        sql<Date>`greatest(${organisation.createdAt}, (select max(coalesce(a.ended_at, a.to_on + interval '1 day')) from appointment a where a.organisation_id = organisation.id and a.role = 'focal-point'))`.mapWith(
          organisation.createdAt,
        ),
    })
    .from(organisation)
    .innerJoin(city, eq(city.id, organisation.cityId))
    .where(and(sql`${city.formerSince} is null`, sql`not ${focalPointRuns}`))
    .orderBy(sql`${organisation.name} collate "en-x-icu"`);
}

/** When the city last said or confirmed something itself, of its facts or a record. */
const lastNews = sql<Date | null>`greatest(
  (select max(f.confirmed_at) from city_fact f where f.city_id = ${city.id} and f.state = 'stated'),
  (select max(n.confirmed_at) from need n where n.city_id = ${city.id} and n.state = 'published' and n.origin = 'city'),
  (select max(p.confirmed_at) from practice p where p.city_id = ${city.id} and p.state = 'published' and p.origin = 'city'))`;

/** City offices that have a focal point, but from which nothing was said or confirmed for so many months. */
export function selectWithoutNews(
  tx: Tx,
  months: number,
): Promise<(ServedOffice & { confirmedAt: Date | null })[]> {
  return tx
    .select({ ...office, confirmedAt: lastNews.mapWith(city.confirmedAt) })
    .from(organisation)
    .innerJoin(city, eq(city.id, organisation.cityId))
    .where(
      and(
        sql`${city.formerSince} is null`,
        focalPointRuns,
        sql`coalesce(${lastNews}, '-infinity') < saling_now() - make_interval(months => ${months})`,
      ),
    )
    .orderBy(sql`${organisation.name} collate "en-x-icu"`);
}
