import type { Sql } from 'postgres';
import { importCity } from '#lib/cities/commands.ts';
import type { Actor } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { askCorrection } from '#lib/corrections/commands.ts';
import { removeUnusedFiles, uploadFile } from '#lib/files/commands.ts';
import { appointDirectly } from '#lib/identity/commands/appoint.ts';
import { appointFirstOfficer } from '#lib/identity/commands/bootstrap.ts';
import { chooseLanguage } from '#lib/identity/commands/language.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import { erasePerson, giveConsent, keepRetention } from '#lib/identity/commands/personal-data.ts';
import { endOtherSessions, endSession, startSession } from '#lib/identity/commands/sessions.ts';
import { askToSignIn, giveCode, spendLink } from '#lib/identity/commands/sign-in.ts';
import { createToken, revokeToken } from '#lib/identity/commands/tokens.ts';
import { importNeed } from '#lib/needs/commands/import.ts';
import { seeNews } from '#lib/notices/commands/see.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { proposeEvidence } from '#lib/practices/commands/evidence.ts';
import { importPractice } from '#lib/practices/commands/import.ts';
import { importTopic } from '#lib/topics/commands.ts';
import { removeTrial, seeBrief, seeMatches } from '#lib/trial/commands.ts';
import { signIn } from '#tests/support/people.ts';
import { exchangeAttempts } from './exchange-attempts.ts';
import { factAttempts } from './fact-attempts.ts';
import { matchingAttempts } from './matching-attempts.ts';
import { officeAttempts } from './office-attempts.ts';
import { type Caller, OWN_CITY } from './people.ts';
import { profileAttempts } from './profile-attempts.ts';
import { cityFile, needFile, practiceFile, topicFile } from './seed-inputs.ts';
import { writingAttempts } from './writing-attempts.ts';

/**
 * One valid try of each command at a record of its own, so that only permission can refuse it. `sql` is the
 * owner's: it prepares what the command is about. The result runs the command as the caller.
 */
export type Attempt = (sql: Sql, caller: Caller) => Promise<(context: Context) => Promise<unknown>>;

const digest = () => tokenHash(newToken());
const personOf = ({ actor }: Caller) => (actor.kind === 'person' ? actor.personId : newId());

/** A person of the same kind who may be lost. */
async function twin({ actor }: Caller): Promise<Actor> {
  if (actor.kind !== 'person') return actor;
  const { context } = await signIn({ city: 'malang' }, 'staff');
  return { ...context.actor, via: actor.via };
}

export const attempts: Record<string, Attempt> = {
  ...exchangeAttempts,
  ...factAttempts,
  ...matchingAttempts,
  ...officeAttempts,
  'appointment.appoint': async (sql) => {
    const [office] = await sql<{ id: string }[]>`select id from organisation where kind = 'observer' limit 1`;
    const email = `${newId()}@office.example`;
    const input = {
      organisationId: office?.id ?? '',
      role: 'observer' as const,
      email,
      name: 'Office',
      fromOn: '2026-01-01',
    };
    return (context) => appointDirectly(context, newId(), input);
  },
  'appointment.bootstrap': async () => (context) =>
    appointFirstOfficer(context, newId(), {
      forum: 'AGMF',
      email: `${newId()}@office.example`,
      name: 'Office',
      fromOn: '2026-01-01',
      linkHash: digest(),
    }),
  'city.import': async () => (context) => importCity(context, newId(), cityFile()),
  'correction.ask': async () => (context) =>
    askCorrection(context, newId(), {
      recordKind: 'city',
      recordKey: 'bandung',
      wish: 'correction',
      message: 'A year is wrong.',
    }),
  'brief.see': async () => (context) => seeBrief(context, newId(), { exchangeId: newId() }),
  'match.see': async () => (context) => seeMatches(context, newId(), { slug: 'bandung' }),
  'file.remove-unused': async () => (context) => removeUnusedFiles(context, newId(), {}),
  'file.upload': async (sql) => {
    const [office] = await sql<{ id: string }[]>`
      select o.id from organisation o join city c on c.id = o.city_id where c.key = ${OWN_CITY}`;
    const file = {
      organisationId: office?.id ?? '',
      name: 'letter.pdf',
      bytes: Buffer.from('%PDF-1.7\n%%EOF'),
    };
    return (context) => uploadFile(context, newId(), file);
  },
  'need.import': async () => (context) => importNeed(context, newId(), needFile()),
  'news.see': async () => (context) => seeNews(context, newId(), { about: ['/account'] }),
  'organisation.ensure': async () => (context) => ensureOrganisations(context, newId(), { hasSamples: true }),
  'person.consent': async () => (context) => giveConsent(context, newId(), { version: 1, language: 'en' }),
  'person.erase': async (_sql, caller) => {
    // Somebody else of the same standing: who is asked here must live on for the other rows.
    const victim = await twin(caller);
    return (context) => erasePerson({ ...context, actor: victim }, newId(), {});
  },
  'person.language': async () => (context) => chooseLanguage(context, newId(), { language: 'id' }),
  'practice.propose-evidence': async () => (context) =>
    proposeEvidence(context, newId(), { practiceId: newId(), proposed: 'measured', isTrial: false }),
  'practice.import': async () => (context) => importPractice(context, newId(), practiceFile()),
  'retention.keep': async () => (context) => keepRetention(context, newId(), {}),
  'session.end': async (sql, caller) => {
    const id = newId();
    if (caller.actor.kind === 'person') {
      await sql`insert into session (id, token_hash, person_id) values (${id}, ${digest()}, ${personOf(caller)})`;
    }
    return (context) => endSession(context, newId(), { sessionId: id });
  },
  // A token ends every session, and others of this person are needed: hers has one of its own here.
  'session.end-others': async (sql, caller) => {
    if (caller.actor.kind === 'person') {
      await sql`insert into session (id, token_hash, person_id) values (${newId()}, ${digest()}, ${personOf(caller)})`;
    }
    return (context) => endOtherSessions(context, newId(), {});
  },
  'session.start': async () => {
    const { context: somebody } = await signIn({ city: 'bandung' }, 'staff');
    const input = { personId: somebody.actor.personId, tokenHash: digest() };
    return (context) => startSession(context, newId(), input);
  },
  'sign-in.ask': async () => (context) => askToSignIn(context, newId(), { email: 'somebody@office.example' }),
  'sign-in.code': async () => (context) =>
    giveCode(context, { email: 'somebody@office.example', code: '012345', linkHash: digest() }),
  'sign-in.use': async () => (context) => spendLink(context, newId(), { linkHash: digest() }),
  'token.create': async () => (context) =>
    createToken(context, newId(), { name: 'test', tokenHash: digest(), scopes: ['read'] }),
  'token.revoke': async (sql, caller) => {
    const id = newId();
    if (caller.actor.kind === 'person') {
      await sql`insert into api_token (id, person_id, name, token_hash, scopes, expires_at)
        values (${id}, ${personOf(caller)}, 'test', ${digest()}, '{read}', now() + interval '1 day')`;
    }
    return (context) => revokeToken(context, newId(), { tokenId: id });
  },
  ...writingAttempts,
  ...profileAttempts,
  'topic.import': async () => (context) => importTopic(context, newId(), topicFile()),
  'trial.start-again': async () => (context) => removeTrial(context, newId(), { askedBy: null }),
};
