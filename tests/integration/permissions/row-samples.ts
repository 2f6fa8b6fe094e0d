import type { Sql } from 'postgres';
import { newId } from '#lib/platform/ids.ts';
import { signIn } from '#tests/support/people.ts';
import { OTHER_CITY, OWN_CITY } from './people.ts';
import { putExchanges } from './row-exchanges.ts';
import { putMatching } from './row-matching.ts';

/** A row that stands for many: its table, a word for it, and its primary key. */
export type Sample = { table: string; label: string; key: Record<string, string> };
/** What the database is told of who acts, see lib/core/transaction.ts. */
export type Settings = Record<string, string>;

type Row = Record<string, unknown>;

const soon = new Date(Date.now() + 86_400_000);

/** Puts rows of every kind beside the sample data. @returns their keys, and who is tried at them */
export async function makeSamples(
  sql: Sql,
): Promise<{ samples: Sample[]; actors: Record<string, Settings> }> {
  const own = await signIn({ city: OWN_CITY }, 'focal-point', { email: 'own@office.example' });
  const other = await signIn({ city: OTHER_CITY }, 'focal-point', { email: 'other@office.example' });
  const people = {
    own: own.context.actor.personId,
    other: other.context.actor.personId,
    officer: (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context.actor.personId,
    elsewhere: (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context.actor.personId,
    chair: (await signIn({ body: 'chair' }, 'chair')).context.actor.personId,
    observer: (await signIn({ body: 'observer' }, 'observer')).context.actor.personId,
    ended: (await signIn({ city: OWN_CITY }, 'staff', { toOn: '2026-01-31' })).context.actor.personId,
    desk: (await signIn({ city: OWN_CITY }, 'focal-point', { isTrial: true })).context.actor.personId,
    'trial-officer': (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer', { isTrial: true })).context
      .actor.personId,
  };
  const city = async (key: string) =>
    (await sql<{ id: string }[]>`select id from city where key = ${key}`)[0]?.id ?? '';
  const office = async (cityId: string) =>
    (await sql<{ id: string }[]>`select id from organisation where city_id = ${cityId}`)[0]?.id ?? '';
  const ownCity = await city(OWN_CITY);
  const otherCity = await city(OTHER_CITY);
  const ownOffice = await office(ownCity);

  const samples: Sample[] = [];
  const keyColumns = await primaryKeys(sql);
  /** Takes a row that is there. */
  const take = async (table: string, label: string, where: string) => {
    const columns = keyColumns.get(table) ?? [];
    const [row] = await sql.unsafe<Record<string, string>[]>(
      `select ${columns.map((name) => `"${name}"::text`).join(', ')} from "${table}" where ${where} limit 1`,
    );
    if (row === undefined) throw new Error(`no row of ${table} with ${where}`);
    samples.push({ table, label, key: { ...row } });
  };
  /** Puts one in. */
  const put = async (table: string, label: string, row: Row) => {
    await sql`insert into ${sql(table)} ${sql(row as Record<string, never>)}`;
    const columns = keyColumns.get(table) ?? [];
    const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
    samples.push({
      table,
      label,
      key: Object.fromEntries(columns.map((name) => [name, text(row[name])])),
    });
  };

  await putPeople(sql, put, take, { people, ownOffice, ownCity });
  await putRecords(sql, put, take, { ownCity, otherCity, ownOffice, people });
  await putMachinery(put, take, ownCity);
  await putMatching(put, { ownCity, otherCity });
  const exchangeId = await putExchanges(sql, put, { ownCity, ownPerson: people.own });
  const [invitation] = await sql<
    { id: string }[]
  >`select id from invitation where email = 'other@office.example'`;
  const person = (personId: string, isTrial: boolean): Settings => ({
    'saling.actor_kind': 'person',
    'saling.person_id': personId,
    'saling.is_trial': isTrial ? 'on' : 'off',
  });
  return {
    samples,
    actors: {
      nobody: {},
      visitor: { 'saling.actor_kind': 'visitor' },
      ...Object.fromEntries(
        Object.entries(people).map(([name, id]) => [
          name,
          person(id, name.includes('trial') || name === 'desk'),
        ]),
      ),
      invited: {
        'saling.actor_kind': 'link',
        'saling.link_purpose': 'invitation',
        'saling.link_subject': invitation?.id ?? '',
      },
      mailed: {
        'saling.actor_kind': 'link',
        'saling.link_purpose': 'confirm-profile',
        'saling.link_subject': newId(),
        'saling.person_id': people.own,
      },
      answering: {
        'saling.actor_kind': 'link',
        'saling.link_purpose': 'answer-exchange',
        'saling.link_subject': exchangeId,
        'saling.person_id': people.own,
      },
      job: { 'saling.actor_kind': 'job' },
    },
  };
}

export type Put = (table: string, label: string, row: Row) => Promise<void>;
type Take = (table: string, label: string, where: string) => Promise<void>;

async function putPeople(
  sql: Sql,
  put: Put,
  take: Take,
  { people, ownOffice, ownCity }: { people: Record<string, string>; ownOffice: string; ownCity: string },
): Promise<void> {
  const of = (who: string) => `person_id = '${people[who]}'`;
  await take('person', 'own', `id = '${people.own}'`);
  await take('person', 'officer', `id = '${people.officer}'`);
  await take('organisation', 'city', `city_id = '${ownCity}'`);
  await take('organisation', 'observer', `kind = 'observer'`);
  await take('session', 'own', of('own'));
  await take('appointment', 'own', of('own'));
  await take('appointment', 'trial', of('desk'));
  await put('appointment', 'own-named', {
    id: newId(),
    organisation_id: ownOffice,
    person_id: people.ended,
    role: 'deputy',
    state: 'named',
    from_on: '2026-01-01',
  });
  const invited = { organisation_id: ownOffice, expires_at: soon };
  await put('invitation', 'own', { ...invited, id: newId(), role: 'deputy', email: 'new@office.example' });
  await put('invitation', 'to-other', {
    ...invited,
    id: newId(),
    role: 'staff',
    email: 'other@office.example',
  });
  await put('invitation', 'trial', {
    ...invited,
    id: newId(),
    role: 'staff',
    email: 'x@trial.invalid',
    is_trial: true,
  });
  await put('appointment', 'other-invited', {
    id: newId(),
    organisation_id: ownOffice,
    person_id: people.other,
    role: 'staff',
    state: 'named',
    from_on: '2026-01-01',
  });
  await take('person', 'invited', `id = '${people.other}'`);
  await put('api_token', 'own', {
    id: newId(),
    person_id: people.own,
    name: 't',
    token_hash: newId(),
    scopes: ['read'],
    expires_at: soon,
  });
  await put('sign_in_request', 'own', {
    id: newId(),
    email: 'own@office.example',
    token_hash: newId(),
    code_hash: newId(),
    expires_at: soon,
  });
  const mail = {
    email: 'own@office.example',
    person_id: people.own,
    language: 'en',
    params: {},
    state: 'kept',
  };
  await put('notice', 'own', { ...mail, id: newId(), key: newId(), template: 'invitation' });
  await put('notice', 'own-again', {
    ...mail,
    id: newId(),
    key: newId(),
    template: 'invitation',
    state: 'queued',
  });
  await put('notice', 'own-sign-in', { ...mail, id: newId(), key: newId(), template: 'sign-in' });
  await put('notice', 'own-digest', { ...mail, id: newId(), key: newId(), template: 'digest' });
  await put('notice_seen', 'own', { person_id: people.own, about: '/account' });
  await put('notice', 'trial', {
    ...mail,
    id: newId(),
    key: newId(),
    template: 'invitation',
    is_trial: true,
  });
  const act = {
    actor_kind: 'job',
    actor_ref: 'x',
    verb: 'mail.resend',
    request_id: 'x',
    command_id: newId(),
  };
  for (const template of ['appointment-ended', 'sign-in']) {
    const id = newId();
    await sql`insert into notice ${sql({ ...mail, params: sql.json({}), id, key: id, template })}`;
    await put('audit', `mail-${template}`, { ...act, id: newId(), subject_kind: 'mail', subject_id: id });
  }
  const file = { organisation_id: ownOffice, name: 'a.pdf', type: 'application/pdf', size: 1, digest: 'x' };
  const [letter, open, tried, sheet] = [newId(), newId(), newId(), newId()];
  await put('file', 'own', { ...file, id: letter });
  await put('file', 'open', { ...file, id: open });
  await put('file', 'trial', { ...file, id: tried, is_trial: true });
  await put('file', 'own-sheet', { ...file, id: sheet });
  await put('file_content', 'own', { file_id: letter, bytes: Buffer.from('x') });
  await put('file_content', 'open', { file_id: open, bytes: Buffer.from('x') });
  await sql`update practice set attachments = ${[open]} where id =
    (select p.id from practice p where p.city_id = ${ownCity} and p.audience = 'public' and not p.is_trial limit 1)`;
  await sql`insert into record_version (id, kind, record_id, city_id, stage, version, content, approval_file_id)
    values (${newId()}, 'practice', ${newId()}, ${ownCity}, 'published', 1, '{}', ${sheet})`;
}

async function putRecords(
  sql: Sql,
  put: Put,
  take: Take,
  ids: { ownCity: string; otherCity: string; ownOffice: string; people: Record<string, string> },
): Promise<void> {
  const { ownCity, otherCity } = ids;
  await sql`update city set audience = 'members' where key = 'malang'`;
  await take('city', 'own', `id = '${ownCity}'`);
  await take('city', 'members', `key = 'malang'`);
  const more = { topics: ['solid-waste'], sdgs: [], other_sources: [], origin: 'city', title: 'A title' };
  for (const [label, changes] of Object.entries<Row>({
    own: {},
    withdrawn: { state: 'withdrawn' },
    members: { audience: 'members' },
    trial: { is_trial: true },
  })) {
    const id = newId();
    const text = { summary: 'A text', pillars: [], evidence: 'self-reported' };
    await put('practice', label, { ...more, ...text, id, key: id, city_id: ownCity, ...changes });
  }
  for (const [label, changes] of Object.entries<Row>({
    own: {},
    observers: { audience: 'observers' },
    trial: { is_trial: true },
  })) {
    const id = newId();
    await put('need', label, { ...more, description: 'A text', id, key: id, city_id: ownCity, ...changes });
  }
  const [need] = await sql<{ id: string }[]>`select id from need where audience = 'observers'`;
  const [practice] = await sql<{ id: string }[]>`select id from practice where key = 'bandung-kang-pisman'`;
  const pair = { need_id: need?.id, practice_id: practice?.id, score: 1, reason: {} };
  await put('need_practice', 'observers', pair);
  await take('need_practice', 'open', `need_id <> '${need?.id}'`);
  await take('forum_membership', 'AGMF', `forum = 'AGMF'`);
  await take('forum_membership', 'MGMAC', `forum = 'MGMAC'`);
  for (const [label, isTrial] of [
    ['own', false],
    ['trial', true],
  ] as const) {
    const mine = { city_id: ownCity, is_trial: isTrial };
    const fact = { ...mine, key: 'area', version: 1 };
    await put('city_fact', label, {
      ...fact,
      state: 'stated',
      value: sql.json(1),
      confirmed_at: new Date(),
      said_role: 'staff',
    });
    await put('city_fact_version', label, { ...fact, id: newId(), state: 'removed' });
    await put('city_fact_draft', label, { ...fact, content: sql.json({}), written_role: 'staff' });
    const draft = { kind: 'need', language: 'en', content: {}, written_role: 'staff' };
    await put('record_draft', label, { ...mine, ...draft, id: newId(), key: newId() });
    const version = { kind: 'need', record_id: newId(), stage: 'published', version: 1, content: {} };
    await put('record_version', label, { ...mine, ...version, id: newId() });
    await put('former_key', label, { ...mine, kind: 'need', key: newId(), record_id: newId() });
    await put('profile_import', label, { ...mine, id: newId(), rows: {}, notes: {}, seen: {} });
    const about = { practice_id: practice?.id, forum: 'AGMF', proposed: 'measured', is_agreed: false };
    await put('evidence_review', label, { ...mine, ...about, id: newId() });
  }
  await put('news_ask', 'own', { city_id: ownCity, id: newId(), asked_at: new Date(), is_trial: false });
  await put('news_ask', 'trial', { city_id: ownCity, id: newId(), asked_at: new Date(), is_trial: true });
  await put('profile_round', 'own', { city_id: ownCity, id: newId(), asked_at: new Date() });
  const evidence = { learn: 1, covers: sql.json([]) };
  await sql`delete from match_evidence where city_id in (${ownCity}, ${otherCity})`;
  const [bandung] = await sql<{ id: string }[]>`select id from city where key = 'bandung'`;
  await put('match_evidence', 'own', {
    ...evidence,
    city_id: ownCity,
    other_city_id: bandung?.id,
    is_trial: false,
  });
  await put('match_evidence', 'held', {
    ...evidence,
    city_id: ownCity,
    other_city_id: otherCity,
    is_trial: false,
  });
}

async function putMachinery(put: Put, take: Take, ownCity: string): Promise<void> {
  const wish = { wish: 'correction', message: 'x', record_kind: 'city' };
  await put('correction', 'own', { ...wish, id: newId(), record_key: OWN_CITY });
  await put('correction', 'elsewhere', { ...wish, id: newId(), record_key: 'jakarta' });
  await put('correction', 'trial', { ...wish, id: newId(), record_key: OWN_CITY, is_trial: true });
  const act = { actor_kind: 'job', actor_ref: 'x', verb: 'x', request_id: 'x', command_id: newId() };
  await put('audit', 'own-city', { ...act, id: newId(), subject_kind: 'city', subject_id: ownCity });
  await put('audit', 'session', { ...act, id: newId(), subject_kind: 'session', subject_id: newId() });
  for (const [table, row] of Object.entries<Row>({
    index_stale: { kind: 'need', record_id: newId(), marked_at: new Date() },
    match_stale: { scope: 'x' },
    turn: { key: 'x', hour: '2026-01-01T00:00:00.000Z', count: 1 },
  })) {
    await put(table, 'one', row);
  }
  for (const table of [
    'event',
    'event_reaction',
    'command',
    'stream',
    'installation',
    'topic',
    'topic_term',
  ]) {
    await take(table, 'one', 'true');
  }
}

async function primaryKeys(sql: Sql): Promise<Map<string, string[]>> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indisprimary and c.relnamespace = 'public'::regnamespace group by 1`;
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
