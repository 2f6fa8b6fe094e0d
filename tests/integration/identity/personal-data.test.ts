import { describe, expect, it } from 'vitest';
import { jobContext } from '#lib/core/context.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { erasePerson, giveConsent, keepRetention } from '#lib/identity/commands/personal-data.ts';
import { createToken, revokeToken } from '#lib/identity/commands/tokens.ts';
import { getMyData, listMyTokens } from '#lib/identity/queries/account.ts';
import { personOfSession, personOfToken } from '#lib/identity/queries/who.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { publishPractice, savePractice, startPractice } from '#lib/practices/commands/writing.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const job = jobContext('test');
const visitor = { ...job, actor: { kind: 'visitor' as const, isOnTrialCopy: false } };

async function addToken(context: Parameters<typeof createToken>[0], scopes: ('read' | 'write')[] = ['read']) {
  const token = newToken();
  const { tokenId } = await createToken(context, newId(), {
    name: 'report',
    tokenHash: tokenHash(token),
    scopes,
  });
  return { token, tokenId };
}

/** Leaves a trace of the person in what she can write: records, a request of a reader, an invitation. */
async function writeEverywhere(context: Awaited<ReturnType<typeof signIn>>['context']): Promise<void> {
  const started = (title: string) =>
    startPractice(context, newId(), { citySlug: 'cebu-city', language: 'en', title });
  const { id } = await started('Lanterns');
  const fields = { summary: 'Lanterns in the old town.', topics: ['solid-waste'] };
  const { version } = await savePractice(context, newId(), { id, version: 1, fields });
  await publishPractice(context, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
  await started('More lanterns');
  const { email } = context.actor;
  const about = { recordKind: 'city', recordKey: 'cebu-city', wish: 'correction', message: 'No.' } as const;
  await askCorrection({ ...visitor, sender: email }, newId(), { ...about, email });
  const invited = `${newId()}@office.example`;
  await inviteToOffice(context, newId(), { office: 'city:cebu-city', role: 'staff', email: invited });
}

/** Tables in which any row holds these words in any column. */
async function tablesWith(words: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql`select 1 from ${sql(name)} t where t::text like ${`%${words}%`} limit 1`;
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('what is stored about me', () => {
  it('is refused to a visitor and to a token', async () => {
    const { context } = await signIn({ city: 'hanoi' }, 'staff');
    await expect(getMyData(visitor)).rejects.toMatchObject({ code: 'not-found' });
    const { token } = await addToken(context, ['read', 'write']);
    const actor = await personOfToken(token, false);
    if (actor === null) throw new Error('the token is not known');
    await expect(getMyData({ ...context, actor })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(erasePerson({ ...context, actor }, newId(), {})).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('holds all of it, and no digest of a secret', async () => {
    const { context } = await signIn({ city: 'hanoi' }, 'staff');
    await addToken(context);
    await giveConsent(context, newId(), { version: 1, language: 'id' });
    const data = await getMyData(context);
    expect(data).toMatchObject({
      person: { email: context.actor.email, consent: { version: 1, language: 'id', at: expect.any(Date) } },
      appointments: [{ organisation: 'Hanoi', role: 'staff', state: 'confirmed' }],
      sessions: [{}],
      tokens: [{ name: 'report', scopes: ['read'] }],
    });
    expect(data.actions.map(({ verb }) => verb)).toEqual(['person.consent', 'token.create']);
    expect(JSON.stringify(data)).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe('erasing', () => {
  it('takes name, address, sessions and tokens, ends appointments, and leaves what was done', async () => {
    const { context, token: session } = await signIn({ city: 'hue' }, 'focal-point');
    const { token } = await addToken(context);
    const { personId, email } = context.actor;
    expect(await erasePerson(context, newId(), {})).toEqual({ isDone: true });
    expect([await personOfSession(session, false), await personOfToken(token, false)]).toEqual([null, null]);
    const [row] =
      await sql`select email, name, erased_at is not null as erased from person where id = ${personId}`;
    expect(row).toEqual({ email: null, name: '', erased: true });
    const rows = await sql`select state from appointment where person_id = ${personId}`;
    expect([...rows]).toEqual([{ state: 'ended' }]);
    const trail = await sql`select verb from audit where actor_ref = ${`person:${personId}`} order by at`;
    expect(trail.map(({ verb }) => verb)).toEqual(['token.create', 'person.erase']);
    const [left] = await sql`select count(*)::int as n from audit where after::text like ${`%${email}%`}`;
    expect(left?.n).toBe(0);
    // The office is free for the next one.
    await signIn({ city: 'hue' }, 'focal-point');
  });

  it('leaves her name and address nowhere, and her number only where offices are looked up by it', async () => {
    const email = `${newId()}@erased.example`;
    const { context } = await signIn({ city: 'cebu-city' }, 'focal-point', { email });
    const { personId } = context.actor;
    const name = `Ibu Erased ${newId()}`;
    await sql`update person set name = ${name} where id = ${personId}`;
    await sql`update appointment set letter_reference = ${`Letter for ${name}`} where person_id = ${personId}`;
    await writeEverywhere(context);
    const data = await getMyData(context);
    expect([data.texts.length, data.requests.length]).toEqual([3, 1]);
    await erasePerson(context, newId(), {});
    expect(await tablesWith(email)).toEqual([]);
    expect(await tablesWith(name)).toEqual([]);
    // The trail asks this number for the office, and a double press for its outcome.
    const known = ['appointment', 'audit', 'command', 'event', 'person', 'stream'];
    expect((await tablesWith(personId)).filter((table) => !known.includes(table))).toEqual([]);
    const [trail] = await sql`
      select o.name from audit a join organisation o on o.id = saling_office_of(substr(a.actor_ref, 8)::uuid)
      where a.verb = 'practice.publish' and a.actor_ref = ${`person:${personId}`}`;
    expect(trail).toEqual({ name: 'Cebu City' });
  });

  it('erases nobody else: the function itself refuses', async () => {
    const [one, other] = [await signIn({ city: 'hue' }, 'staff'), await signIn({ city: 'hue' }, 'staff')];
    await sql.begin(async (tx) => {
      await tx`set local role saling_app`;
      await tx`select set_config('saling.actor_kind', 'person', true), set_config('saling.person_id', ${one.context.actor.personId}, true)`;
      const [row] = await tx`select saling_erase_person(${other.context.actor.personId}) as done`;
      expect(row?.done).toBe(false);
    });
    expect(await personOfSession(other.token, false)).not.toBeNull();
  });

  it('twice at once happens once', async () => {
    const { context } = await signIn({ city: 'hue' }, 'staff');
    const outcomes = await Promise.all([1, 2].map(() => erasePerson(context, newId(), {})));
    expect(outcomes.map(({ isDone }) => isDone).toSorted()).toEqual([false, true]);
  });
});

describe('tokens', () => {
  it('are one’s own, and end at once', async () => {
    const one = (await signIn({ city: 'da-nang' }, 'staff')).context;
    const other = (await signIn({ city: 'da-nang' }, 'staff')).context;
    const { token, tokenId } = await addToken(one);
    await expect(revokeToken(other, newId(), { tokenId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listMyTokens(other, {})).toEqual([]);
    expect((await listMyTokens(one, {})).map(({ id }) => id)).toEqual([tokenId]);
    expect(await personOfToken(token, false)).toMatchObject({ personId: one.actor.personId });
    await revokeToken(one, newId(), { tokenId });
    expect(await personOfToken(token, false)).toBeNull();
  });

  it('end by themselves, and say when they were last used', async () => {
    const { context } = await signIn({ city: 'da-nang' }, 'staff');
    const { token, tokenId } = await addToken(context);
    await personOfToken(token, false);
    expect((await listMyTokens(context, {}))[0]?.lastUsedAt).toBeInstanceOf(Date);
    await sql`update api_token set expires_at = now() - interval '1 second' where id = ${tokenId}`;
    expect(await personOfToken(token, false)).toBeNull();
  });
});

describe('periods', () => {
  it('are kept by the job: what is older goes, what is younger stays', async () => {
    const { context, token } = await signIn({ city: 'vinh' }, 'staff');
    const { personId } = context.actor;
    const old = (await signIn({ city: 'vinh' }, 'staff', { toOn: '2026-02-01' })).context.actor.personId;
    await sql`update person set created_at = now() - interval '4 years' where id in (${personId}, ${old})`;
    await sql`update appointment set from_on = '2022-01-01', to_on = '2022-12-31' where person_id = ${old}`;
    await sql`insert into session (id, token_hash, person_id, expires_at, last_seen_at)
      values (${newId()}, 'x', ${personId}, now() - interval '31 days', now() - interval '40 days'),
             (${newId()}, 'y', ${personId}, now() - interval '29 days', now() - interval '29 days')`;
    expect(await keepRetention(job, newId(), {})).toMatchObject({ session: 1, person: 1 });
    expect(await personOfSession(token, false)).not.toBeNull();
    const [row] = await sql`select erased_at is not null as erased from person where id = ${old}`;
    expect(row?.erased).toBe(true);
    expect(await keepRetention(job, newId(), {})).toMatchObject({ session: 0, person: 0 });
  });
});
