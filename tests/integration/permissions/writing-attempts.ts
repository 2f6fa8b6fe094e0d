import type { Sql } from 'postgres';
import type { Context } from '#lib/core/context.ts';
import * as needs from '#lib/needs/commands/writing.ts';
import { newId } from '#lib/platform/ids.ts';
import { reviewEvidence, unreviewEvidence } from '#lib/practices/commands/evidence.ts';
import * as practices from '#lib/practices/commands/writing.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

type Kind = 'practice' | 'need';
type Run = (context: Context, commandId: string, input: never) => Promise<unknown>;

const CONTENT = {
  practice: { title: 'A practice', summary: 'What was done.', topics: ['solid-waste'] },
  need: { title: 'A need', description: 'What is wrong.', topics: ['solid-waste'] },
};

/** A complete working copy that nobody of the callers has written or sent. */
async function draftOf(sql: Sql, kind: Kind, state: 'draft' | 'with-office'): Promise<string> {
  const key = `${OWN_CITY}-${newId()}`;
  await sql`insert into record_draft (id, kind, key, city_id, state, language, content, written_role, sent_at)
    select ${newId()}, ${kind}, ${key}, c.id, ${state}, 'en', ${sql.json(CONTENT[kind])}, 'staff',
      ${state === 'with-office' ? sql`saling_now()` : null}
    from city c where c.key = ${OWN_CITY}`;
  return key;
}

async function recordOf(sql: Sql, kind: Kind, state: 'published' | 'withdrawn'): Promise<string> {
  const key = `${OWN_CITY}-${newId()}`;
  if (kind === 'practice') {
    await sql`insert into practice (id, key, state, origin, city_id, title, summary, topics, sdgs, pillars, evidence, other_sources)
      select ${newId()}, ${key}, ${state}, 'city', c.id, 'A practice', 'What was done.', '{solid-waste}', '{}', '{}', 'self-reported', '{}'
      from city c where c.key = ${OWN_CITY}`;
  } else {
    await sql`insert into need (id, key, state, origin, city_id, title, description, topics, sdgs, other_sources)
      select ${newId()}, ${key}, ${state}, 'city', c.id, 'A need', 'What is wrong.', '{solid-waste}', '{}', '{}'
      from city c where c.key = ${OWN_CITY}`;
  }
  return key;
}

type Prepare = (sql: Sql, kind: Kind) => Promise<object>;
const withDraft =
  (state: 'draft' | 'with-office', more: object = {}): Prepare =>
  async (sql, kind) => ({ id: await draftOf(sql, kind, state), ...more });
const withRecord =
  (state: 'published' | 'withdrawn'): Prepare =>
  async (sql, kind) => ({ id: await recordOf(sql, kind, state) });

/** One of the data files that the city has confirmed as it is. */
const withClaimed: Prepare = async (sql, kind) => {
  const id = await recordOf(sql, kind, 'published');
  await sql`update ${sql(kind)} set compiled_digest = 'x', confirmed_at = saling_now() where key = ${id}`;
  return { id };
};

const INPUTS: Record<string, Prepare> = {
  draft: async () => ({ citySlug: OWN_CITY, language: 'en', title: 'A title' }),
  save: withDraft('draft', { version: 1, fields: { title: 'Another title' } }),
  send: withDraft('draft', { version: 1 }),
  'take-back': withDraft('with-office'),
  discard: withDraft('draft'),
  publish: withDraft('with-office', { version: 1 }),
  revise: withRecord('published'),
  withdraw: withRecord('published'),
  restore: withRecord('withdrawn'),
  confirm: withRecord('published'),
  unpublish: async (sql, kind) => {
    const id = await recordOf(sql, kind, 'published');
    await sql`insert into record_version (id, kind, record_id, city_id, stage, version, content)
      select ${newId()}, ${kind}, r.id, r.city_id, 'published', 1, ${sql.json(CONTENT[kind])}
      from ${sql(kind)} r where r.key = ${id}`;
    return { id };
  },
  unclaim: withClaimed,
};

const COMMANDS: Record<Kind, Record<string, Run>> = {
  practice: {
    draft: practices.startPractice,
    save: practices.savePractice,
    send: practices.sendPractice,
    'take-back': practices.takeBackPractice,
    discard: practices.discardPractice,
    publish: practices.publishPractice,
    unpublish: practices.unpublishPractice,
    revise: practices.revisePractice,
    withdraw: practices.withdrawPractice,
    restore: practices.restorePractice,
    confirm: practices.confirmPractice,
    unclaim: practices.unclaimPractice,
  },
  need: {
    draft: needs.startNeed,
    save: needs.saveNeed,
    send: needs.sendNeed,
    'take-back': needs.takeBackNeed,
    discard: needs.discardNeed,
    publish: needs.publishNeed,
    unpublish: needs.unpublishNeed,
    revise: needs.reviseNeed,
    withdraw: needs.withdrawNeed,
    restore: needs.restoreNeed,
    confirm: needs.confirmNeed,
    unclaim: needs.unclaimNeed,
  },
};

const ofKind = (kind: Kind): [string, Attempt][] =>
  Object.entries(COMMANDS[kind]).map(([verb, command]) => [
    `${kind}.${verb}`,
    async (sql) => {
      const input = await INPUTS[verb]?.(sql, kind);
      return (context) => command(context, newId(), input as never);
    },
  ]);

export const writingAttempts: Record<string, Attempt> = {
  ...Object.fromEntries([...ofKind('practice'), ...ofKind('need')]),
  'practice.review-evidence': async (sql) => {
    const id = await recordOf(sql, 'practice', 'published');
    await sql`update practice set proposed_evidence = 'measured' where key = ${id}`;
    return (context) => reviewEvidence(context, newId(), { id, version: 1, isAgreed: true });
  },
  'practice.unreview-evidence': async (sql) => {
    const id = await recordOf(sql, 'practice', 'published');
    await sql`update practice set proposed_evidence = 'measured' where key = ${id}`;
    await sql`insert into evidence_review (id, practice_id, city_id, forum, proposed, is_agreed)
      select ${newId()}, id, city_id, 'AGMF', 'measured', false from practice where key = ${id}`;
    return (context) => unreviewEvidence(context, newId(), { id });
  },
  'need.change-audience': async (sql) => {
    const id = await recordOf(sql, 'need', 'published');
    return (context) => needs.changeAudience(context, newId(), { id, audience: 'members' });
  },
};
