import { desc, eq, or, sql } from 'drizzle-orm';
import { audit } from '#db/schema/core.ts';
import { correction } from '#db/schema/corrections.ts';
import { recordDraft, recordVersion } from '#db/schema/drafts.ts';
import { cityFactDraft, cityFactVersion } from '#db/schema/facts.ts';
import { file } from '#db/schema/files.ts';
import { apiToken, appointment, invitation, organisation, person, session } from '#db/schema/identity.ts';
import { notice } from '#db/schema/notices.ts';
import { evidenceReview } from '#db/schema/practices.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { RETENTION_DAYS } from '#lib/identity/contract.ts';

/** Everything that is kept under a person's number or address, digests of secrets apart. */
export async function selectEverythingAbout(tx: Tx, personId: string) {
  const [self] = await tx.select().from(person).where(eq(person.id, personId));
  const appointments = await tx
    .select({
      organisation: organisation.name,
      role: appointment.role,
      state: appointment.state,
      fromOn: appointment.fromOn,
      toOn: appointment.toOn,
      letterReference: appointment.letterReference,
    })
    .from(appointment)
    .innerJoin(organisation, eq(organisation.id, appointment.organisationId))
    .where(eq(appointment.personId, personId))
    .orderBy(appointment.createdAt);
  const { device, createdAt, lastSeenAt } = session;
  const sessions = await tx
    .select({ device, createdAt, lastSeenAt })
    .from(session)
    .where(eq(session.personId, personId));
  const { name, scopes, expiresAt, lastUsedAt } = apiToken;
  const tokens = await tx
    .select({ name, scopes, createdAt: apiToken.createdAt, expiresAt, lastUsedAt })
    .from(apiToken)
    .where(eq(apiToken.personId, personId));
  const mails = await tx
    .select({ template: notice.template, state: notice.state, at: notice.createdAt, sentAt: notice.sentAt })
    .from(notice)
    .where(eq(notice.personId, personId))
    .orderBy(desc(notice.createdAt));
  const invitations = await tx
    .select({ role: invitation.role, state: invitation.state, at: invitation.createdAt })
    .from(invitation)
    .where(eq(invitation.email, self?.email ?? ''));
  const actions = await tx
    .select({ verb: audit.verb, kind: audit.subjectKind, id: audit.subjectId, at: audit.at })
    .from(audit)
    .where(eq(audit.actorRef, `person:${personId}`))
    .orderBy(desc(audit.at));
  const written = await selectWritten(tx, personId, self?.email ?? '');
  return { self, appointments, sessions, tokens, mails, invitations, ...written, actions };
}

/** What she wrote or sent for her office, and what she asked as a reader under the same address. */
async function selectWritten(tx: Tx, personId: string, email: string) {
  const drafts = await tx
    .select({
      kind: recordDraft.kind,
      id: recordDraft.key,
      stage: recordDraft.state,
      at: recordDraft.updatedAt,
    })
    .from(recordDraft)
    .where(or(eq(recordDraft.writtenBy, personId), eq(recordDraft.sentBy, personId)));
  const { kind, recordId: id, stage, at } = recordVersion;
  const versions = await tx
    .select({ kind, id, stage, at })
    .from(recordVersion)
    .where(eq(recordVersion.byPerson, personId))
    .orderBy(desc(at));
  const facts = await tx
    .select({
      kind: sql<'fact'>`'fact'`,
      id: cityFactVersion.key,
      stage: cityFactVersion.state,
      at: cityFactVersion.at,
    })
    .from(cityFactVersion)
    .where(eq(cityFactVersion.byPerson, personId))
    .orderBy(desc(cityFactVersion.at));
  const factDrafts = await tx
    .select({
      kind: sql<'fact'>`'fact'`,
      id: cityFactDraft.key,
      stage: sql<'draft'>`'draft'`,
      at: cityFactDraft.updatedAt,
    })
    .from(cityFactDraft)
    .where(eq(cityFactDraft.writtenBy, personId));
  const files = await tx
    .select({ name: file.name, type: file.type, size: file.size, at: file.createdAt })
    .from(file)
    .where(eq(file.uploadedBy, personId));
  const { practiceId, isAgreed, note } = evidenceReview;
  const reviews = await tx
    .select({ practiceId, isAgreed, note, at: evidenceReview.at })
    .from(evidenceReview)
    .where(eq(evidenceReview.byPerson, personId));
  const { recordKind, recordKey, wish, message, createdAt } = correction;
  const requests = await tx
    .select({ kind: recordKind, id: recordKey, wish, message, at: createdAt })
    .from(correction)
    .where(eq(correction.email, email));
  return { texts: [...drafts, ...versions, ...factDrafts, ...facts], files, reviews, requests };
}

/** Notes the consent to a version of the privacy text, in the language in which it was read. */
export async function updateConsent(
  tx: Tx,
  personId: string,
  given: { version: number; language: string },
): Promise<void> {
  await tx
    .update(person)
    .set({
      consentVersion: given.version,
      consentLanguage: given.language,
      consentedAt: sql`saling_now()`,
    })
    .where(eq(person.id, personId));
}

/** Empties what names a person, ends what she could act with; her office stays the author of what she wrote. */
export async function erasePersonRow(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.execute<{ done: boolean }>(sql`select saling_erase_person(${personId}) as done`);
  return row?.done ?? false;
}

/** Persons with no appointment, running or to come, for longer than is kept. */
export async function selectForgotten(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from person p where p.erased_at is null
      and p.created_at < saling_now() - make_interval(days => ${RETENTION_DAYS.personWithoutOffice})
      and not exists (select 1 from appointment a where a.person_id = p.id
        and coalesce(a.ended_at, a.to_on + interval '1 day', 'infinity') > saling_now() - make_interval(days => ${RETENTION_DAYS.personWithoutOffice}))`);
  return rows.map((row) => row.id);
}

const OLD = {
  sign_in_request: sql`delete from sign_in_request where expires_at < saling_now() - make_interval(days => ${RETENTION_DAYS.signInRequest})`,
  session: sql`delete from session where least(expires_at, last_seen_at + interval '12 hours') < saling_now() - make_interval(days => ${RETENTION_DAYS.endedSession})`,
  notice: sql`delete from notice where state <> 'queued' and created_at < saling_now() - make_interval(days => ${RETENTION_DAYS.mail})`,
  invitation: sql`delete from invitation where expires_at < saling_now() - make_interval(days => ${RETENTION_DAYS.invitation})`,
  correction: sql`delete from correction where state = 'done' and created_at < saling_now() - make_interval(days => ${RETENTION_DAYS.request})`,
  api_token: sql`delete from api_token where coalesce(revoked_at, expires_at) < saling_now() - make_interval(days => ${RETENTION_DAYS.endedToken})`,
  // Files that nobody took over; their page names the same week.
  profile_import: sql`delete from profile_import where created_at < saling_now() - interval '7 days'`,
  command: sql`delete from command where created_at < saling_now() - make_interval(days => ${RETENTION_DAYS.outcome})`,
};

/** Removes what is older than is kept; how many rows of each table. */
export async function deleteOld(tx: Tx): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const [table, statement] of Object.entries(OLD)) {
    removed[table] = (await tx.execute(statement)).count ?? 0;
  }
  return removed;
}
