import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { city } from '#db/schema/cities.ts';
import { appointment, organisation, person } from '#db/schema/identity.ts';
import type { Appointment, Forum } from '#lib/core/actor.ts';
import type { Tx } from '#lib/core/transaction.ts';

export type PersonRow = typeof person.$inferSelect;
export type AppointmentRow = typeof appointment.$inferSelect;

const runs = sql`saling_runs(${appointment.state}, ${appointment.fromOn}, ${appointment.toOn})`;

/** What the person may act as today. */
export async function selectCurrentAppointments(tx: Tx, personId: string): Promise<Appointment[]> {
  return tx
    .select({
      id: appointment.id,
      organisationId: organisation.id,
      organisation: organisation.kind,
      organisationName: organisation.name,
      role: appointment.role,
      cityId: organisation.cityId,
      citySlug: city.key,
      forum: organisation.forum,
    })
    .from(appointment)
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .leftJoin(city, eq(city.id, organisation.cityId))
    .where(and(eq(appointment.personId, personId), runs))
    .orderBy(appointment.createdAt);
}

export async function selectPersonByEmail(tx: Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.email, email));
  return row;
}

/** Two at once with one address: the second finds the first's row. */
export async function insertPerson(tx: Tx, row: typeof person.$inferInsert): Promise<void> {
  await tx.insert(person).values(row).onConflictDoNothing({ target: person.email });
}

export async function insertAppointment(tx: Tx, row: typeof appointment.$inferInsert): Promise<void> {
  await tx.insert(appointment).values(row);
}

/** The appointment of this person in this role that has not ended, whatever its state. */
export async function selectOpenAppointment(
  tx: Tx,
  given: { organisationId: string; personId: string; role: AppointmentRow['role'] },
): Promise<AppointmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.organisationId, given.organisationId),
        eq(appointment.personId, given.personId),
        eq(appointment.role, given.role),
        ne(appointment.state, 'ended'),
      ),
    );
  return row;
}

/** True when it was another one before. */
export async function updateLanguage(tx: Tx, personId: string, language: string): Promise<boolean> {
  const changed = await tx
    .update(person)
    .set({ language })
    .where(and(eq(person.id, personId), ne(person.language, language)))
    .returning({ id: person.id });
  return changed.length > 0;
}

/** The language of the mails that a person gets. */
export async function selectLanguage(tx: Tx, personId: string): Promise<string | undefined> {
  const [row] = await tx.select({ language: person.language }).from(person).where(eq(person.id, personId));
  return row?.language;
}

/** Who is in office at a city now, in which role; desks of the trial copy and real offices apart. */
export function selectHolders(
  tx: Tx,
  cityId: string,
  isTrial: boolean,
): Promise<{ personId: string; role: AppointmentRow['role'] }[]> {
  return tx
    .select({ personId: appointment.personId, role: appointment.role })
    .from(appointment)
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .where(and(eq(organisation.cityId, cityId), eq(appointment.isTrial, isTrial), runs));
}

/** Whom a mail to a city's office goes to: who is in one of these roles now, in the language of her mails. */
export function selectContacts(
  tx: Tx,
  cityId: string,
  roles: readonly AppointmentRow['role'][],
  isTrial = false,
): Promise<{ personId: string; email: string; language: string; role: AppointmentRow['role'] }[]> {
  return tx
    .selectDistinctOn([person.id], {
      personId: person.id,
      email: sql<string>`${person.email}`,
      language: person.language,
      role: appointment.role,
    })
    .from(appointment)
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .innerJoin(person, eq(person.id, appointment.personId))
    .where(
      and(
        eq(organisation.cityId, cityId),
        eq(appointment.isTrial, isTrial),
        isNotNull(person.email),
        inArray(appointment.role, [...roles]),
        runs,
      ),
    )
    .orderBy(person.id);
}

/** Two first officers at once: the second waits, then finds the first. */
export async function lockFirstOfficer(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('first officer'))`);
}

/** Officers of this secretariat who act now, or from a day to come; desks of the trial copy are none. */
export async function countOfficers(tx: Tx, forum: Forum): Promise<number> {
  return tx.$count(
    appointment,
    and(
      eq(appointment.role, 'secretariat-officer'),
      eq(appointment.isTrial, false),
      eq(appointment.state, 'confirmed'),
      sql`(${appointment.toOn} is null or ${appointment.toOn} >= saling_today())`,
      sql`${appointment.organisationId} in (select o.id from organisation o where o.forum = ${forum})`,
    ),
  );
}
