import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgPolicy,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { FORUMS, ORGANISATION_KINDS, ROLES, TOKEN_SCOPES } from '#lib/core/actor.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, referencePolicies, salingApp } from './columns.ts';

/** An office that people act for: a city's, a secretariat, the chair, an observer. No office-holder is named. */
export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    name: text('name').notNull(),
    cityId: uuid('city_id').references(() => city.id, { onDelete: 'cascade' }),
    forum: text('forum', { enum: FORUMS }),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    uniqueIndex('organisation_one_per_city').on(table.cityId),
    uniqueIndex('organisation_name').on(table.kind, table.name).where(sql`kind <> 'city-office'`),
    check('organisation_city', sql`(${table.kind} = 'city-office') = (${table.cityId} is not null)`),
    check('organisation_forum', sql`(${table.kind} = 'secretariat') = (${table.forum} is not null)`),
    pgPolicy('organisation_observer', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`${table.kind} = 'observer' and not saling_is_trial() and saling_is_officer()`,
    }),
    ...referencePolicies('organisation'),
  ],
);

/** `name` as the person writes it: one word or many, any script. Erasing empties what names her. */
export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    email: text('email').unique(),
    name: text('name').notNull(),
    language: text('language').notNull().default('en'),
    isTrial: boolean('is_trial').notNull().default(false),
    consentVersion: integer('consent_version'),
    consentLanguage: text('consent_language'),
    consentedAt: instant('consented_at'),
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    check('person_name_length', sql`char_length(${table.name}) <= 500`),
    pgPolicy('person_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or ${table.id} = saling_person() or saling_sees_person(${table.id})`,
    }),
    pgPolicy('person_change_own', {
      for: 'update',
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.id} = saling_person()`,
      withCheck: sql`saling_actor() = 'person' and ${table.id} = saling_person()`,
    }),
    // Who accepts an invitation may be new, or known from another office: found by the invitation's address.
    pgPolicy('person_link', {
      for: 'select',
      to: salingApp,
      using: sql`exists (select 1 from invitation i where i.id::text = saling_link('invitation') and i.email = ${table.email})`,
    }),
    pgPolicy('person_join', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`exists (select 1 from invitation i where i.id::text = saling_link('invitation') and i.email = ${table.email})`,
    }),
    ...jobWritePolicies('person'),
  ],
);

/**
 * A role at an organisation for a time. `invited` by a secretariat or the office, `named` once the person has
 * said yes and the letter is there, `confirmed` by the secretariat: only then, and from `from_on` to `to_on`, it acts.
 */
export const appointment = pgTable(
  'appointment',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: ROLES }).notNull(),
    state: text('state', { enum: ['named', 'confirmed', 'ended'] }).notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    /** How the letter is filed: its number, or the name of the photo. */
    letterReference: text('letter_reference'),
    /** Of one that was ended before its time: the last day that it had, to undo that. */
    plannedToOn: date('planned_to_on'),
    /** Photo or scan of the letter; of `file`, whose schema stands to the right of this one. */
    letterFileId: uuid('letter_file_id'),
    isTrial: boolean('is_trial').notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    confirmedAt: instant('confirmed_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('appointment_person').on(table.personId),
    index('appointment_letter').on(table.letterFileId).where(sql`letter_file_id is not null`),
    uniqueIndex('appointment_once')
      .on(table.organisationId, table.personId, table.role)
      .where(sql`state <> 'ended'`),
    // A real city has one focal point and one deputy at a time; the desks of the trial copy stand beside them.
    uniqueIndex('appointment_one_focal_point')
      .on(table.organisationId, table.role)
      .where(sql`state = 'confirmed' and role in ('focal-point', 'deputy') and not is_trial`),
    check('appointment_order', sql`${table.toOn} is null or ${table.toOn} >= ${table.fromOn}`),
    pgPolicy('appointment_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or ${table.personId} = saling_person() or ((not ${table.isTrial} or saling_is_trial()) and saling_sees_organisation(${table.organisationId}))`,
    }),
    // What an open invitation offers, for the person whose address it names, and nothing else.
    pgPolicy('appointment_link', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`${table.state} = 'named' and exists (select 1 from invitation i join person p on p.email = i.email where p.id = ${table.personId} and i.organisation_id = ${table.organisationId} and i.role = ${table.role} and i.is_trial = ${table.isTrial} and i.state = 'open' and (i.id::text = saling_link('invitation') or i.email = saling_address()))`,
    }),
    pgPolicy('appointment_write', {
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_sees_organisation(${table.organisationId})`,
      withCheck: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_sees_organisation(${table.organisationId})`,
    }),
    // One's own letter may be filed and one's own appointment ended; confirming is for others.
    pgPolicy('appointment_own', {
      for: 'update',
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
      withCheck: sql`saling_actor() = 'person' and ${table.personId} = saling_person() and ${table.state} <> 'confirmed'`,
    }),
    ...jobWritePolicies('appointment'),
  ],
);

/** Only digests of what opens a session are kept. Ended at once by removing the row. */
export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The device in words of the browser, for its owner's list. */
    device: text('device').notNull().default(''),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    lastSeenAt: instant('last_seen_at').notNull().default(sql`saling_now()`),
    expiresAt: instant('expires_at').notNull().default(sql`saling_now() + interval '30 days'`),
  },
  (table) => [
    index('session_person').on(table.personId),
    pgPolicy('session_own', {
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
      withCheck: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
    }),
    pgPolicy('session_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('session'),
  ],
);

/**
 * One wish to sign in, kept alike for known and unknown addresses; only a known one gets the mail whose link and
 * code fit it. Used once, within ten minutes, for this address.
 */
export const signInRequest = pgTable(
  'sign_in_request',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    codeHash: text('code_hash').notNull(),
    /** Wrong codes given so far; after five the code is dead, the link is not. */
    codeTries: integer('code_tries').notNull().default(0),
    /** Where on this site the person wanted to go. */
    returnTo: text('return_to'),
    /** When it was mailed, or would have been if the address were known: from then on its code counts. */
    issuedAt: instant('issued_at'),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('sign_in_request_email').on(table.email),
    pgPolicy('sign_in_request_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('sign_in_request'),
  ],
);

/** For programs. Shown once when made, then only its digest is known. */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    scopes: text('scopes', { enum: TOKEN_SCOPES }).array().notNull(),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('api_token_person').on(table.personId),
    pgPolicy('api_token_own', {
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
      withCheck: sql`saling_actor() = 'person' and ${table.personId} = saling_person()`,
    }),
    pgPolicy('api_token_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('api_token'),
  ],
);

/** An offer of a role, by mail. Bound to the address; taken once. Its link is signed, not stored. */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
    email: text('email').notNull(),
    state: text('state', { enum: ['open', 'accepted', 'withdrawn'] })
      .notNull()
      .default('open'),
    invitedBy: uuid('invited_by').references(() => person.id),
    /** What whoever invites knows already; the person may say her name otherwise. */
    name: text('name'),
    fromOn: date('from_on'),
    toOn: date('to_on'),
    letterReference: text('letter_reference'),
    isTrial: boolean('is_trial').notNull().default(false),
    createdAt: instant('created_at').notNull().default(sql`saling_now()`),
    expiresAt: instant('expires_at').notNull(),
    remindedAt: instant('reminded_at'),
    acceptedAt: instant('accepted_at'),
  },
  (table) => [
    uniqueIndex('invitation_once')
      .on(table.organisationId, table.role, table.email)
      .where(sql`state = 'open'`),
    pgPolicy('invitation_all', {
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_sees_organisation(${table.organisationId})`,
      withCheck: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_sees_organisation(${table.organisationId})`,
    }),
    pgPolicy('invitation_addressee', {
      to: salingApp,
      using: sql`${table.email} = saling_address()`,
      withCheck: sql`${table.email} = saling_address()`,
    }),
    pgPolicy('invitation_link', {
      to: salingApp,
      using: sql`${table.id}::text = saling_link('invitation')`,
      withCheck: sql`${table.id}::text = saling_link('invitation')`,
    }),
    pgPolicy('invitation_read', { for: 'select', to: salingApp, using: sql`saling_actor() = 'job'` }),
    ...jobWritePolicies('invitation'),
  ],
);
