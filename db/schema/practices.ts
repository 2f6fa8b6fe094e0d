import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AttachmentWords } from '#lib/files/contract.ts';
import { city } from './cities.ts';
import { instant, jobWritePolicies, recordColumns, recordPolicies, salingApp } from './columns.ts';
import { person } from './identity.ts';

const EVIDENCE = ['self-reported', 'documented', 'measured', 'independently-evaluated'] as const;

export const practice = pgTable(
  'practice',
  {
    ...recordColumns(),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    problem: text('problem'),
    actions: text('actions'),
    results: text('results'),
    startYear: integer('start_year'),
    /** Files, in the order in which they are shown. */
    attachments: uuid('attachments').array().notNull().default(sql`'{}'`),
    /** Caption and description of each, by its id. */
    attachmentWords: jsonb('attachment_words').$type<AttachmentWords>().notNull().default({}),
    topics: text('topics').array().notNull(),
    sdgs: integer('sdgs').array().notNull(),
    pillars: text('pillars').array().notNull(),
    evidence: text('evidence', { enum: EVIDENCE }).notNull(),
    /** What the city says it is; shown to nobody else until an officer has confirmed it. */
    proposedEvidence: text('proposed_evidence', { enum: EVIDENCE }),
    /** Since when that follows from what other cities report of it; null where the city proposed it. */
    proposedByTransferAt: instant('proposed_by_transfer_at'),
    evidenceConfirmedAt: instant('evidence_confirmed_at'),
    stage: text('stage', { enum: ['planned', 'under-way'] }),
    operatedBy: text('operated_by'),
    caveat: text('caveat'),
    preconditions: text('preconditions'),
    /** In which the office can answer. */
    spokenLanguages: text('spoken_languages').array().notNull().default(sql`'{}'`),
    contactOffice: text('contact_office'),
    sourceUrl: text('source_url'),
    sourceTitle: text('source_title'),
    otherSources: text('other_sources').array().notNull(),
  },
  (table) => [
    unique('practice_key_world').on(table.key, table.isTrial),
    index('practice_city').on(table.cityId),
    index('practice_topics').using('gin', table.topics),
    index('practice_newest').on(sql`${table.startYear} desc nulls last`, table.key),
    check('practice_topics_some', sql`cardinality(${table.topics}) between 1 and 12`),
    // The kind of evidence is for an officer to confirm; what else she may not change, her commands say.
    pgPolicy('practice_officer', {
      for: 'update',
      to: salingApp,
      using: sql`${table.state} = 'published' and ${table.isTrial} = saling_is_trial() and saling_serves(${table.cityId})`,
    }),
    ...recordPolicies('practice', table, table.cityId),
  ],
);

/** What a secretariat officer says of the kind of evidence that a city proposes: between the two of them. */
export const evidenceReview = pgTable(
  'evidence_review',
  {
    id: uuid('id').primaryKey(),
    practiceId: uuid('practice_id')
      .notNull()
      .references(() => practice.id, { onDelete: 'cascade' }),
    cityId: uuid('city_id')
      .notNull()
      .references(() => city.id, { onDelete: 'cascade' }),
    forum: text('forum', { enum: ['AGMF', 'MGMAC'] }).notNull(),
    proposed: text('proposed', { enum: EVIDENCE }).notNull(),
    /** What stood before, for who takes the review back. */
    evidenceBefore: text('evidence_before', { enum: EVIDENCE }).notNull().default('self-reported'),
    isAgreed: boolean('is_agreed').notNull(),
    note: text('note'),
    byPerson: uuid('by_person').references(() => person.id, { onDelete: 'set null' }),
    isTrial: boolean('is_trial').notNull().default(false),
    at: instant('at').notNull().default(sql`saling_now()`),
  },
  (table) => [
    index('evidence_review_practice').on(table.practiceId),
    pgPolicy('evidence_review_read', {
      for: 'select',
      to: salingApp,
      using: sql`saling_actor() = 'job' or (saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and (${table.cityId} = any((select saling_cities())::uuid[]) or saling_serves(${table.cityId})))`,
    }),
    pgPolicy('evidence_review_officer', {
      for: 'insert',
      to: salingApp,
      withCheck: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_serves(${table.cityId}) and ${table.forum} = any((select saling_forums())::text[])`,
    }),
    pgPolicy('evidence_review_undo', {
      for: 'delete',
      to: salingApp,
      using: sql`saling_actor() = 'person' and ${table.isTrial} = saling_is_trial() and saling_serves(${table.cityId}) and ${table.forum} = any((select saling_forums())::text[])`,
    }),
    ...jobWritePolicies('evidence_review'),
  ],
);
