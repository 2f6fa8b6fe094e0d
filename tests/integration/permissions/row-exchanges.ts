import type { Sql } from 'postgres';
import { newId } from '#lib/platform/ids.ts';
import type { Access } from './row-access.ts';
import type { Put } from './row-samples.ts';

const PART: Access = ['own answering job', 'own answering job', 'job', 'job'];
const TRIAL_PART: Access = ['desk job', 'desk job', 'job', 'job'];
const part = { own: PART, trial: TRIAL_PART };

/** As in row-access.ts, for an exchange that the own city has asked a third one for, and one of the trial copy. */
export const EXCHANGE_ACCESS: Record<string, Record<string, Access>> = {
  exchange: {
    own: ['own answering job', 'own job', 'own answering job', 'job'],
    trial: ['desk job', 'desk job', 'desk job', 'job'],
  },
  exchange_agreement: part,
  exchange_answer: part,
  exchange_brief: part,
  exchange_clearance: {
    own: ['own answering job', 'own job', 'own job', 'own job'],
    other: ['own answering job', 'job', 'job', 'job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  exchange_paper: part,
  exchange_outcome: {
    own: ['own answering job', 'own job', 'own answering job', 'job'],
    shown: ['all', 'own job', 'own answering job', 'job'],
    trial: ['desk job', 'desk job', 'desk job', 'job'],
  },
  exchange_standing: {
    own: ['own officer answering job', 'own answering job', 'own answering job', 'own answering job'],
    trial: ['desk trial-officer job', 'desk job', 'desk job', 'desk job'],
  },
  exchange_step: part,
};

/** Puts rows of exchanges in, with a mail and a line of the trail about one. @returns the id of the one that the link of a mail is for */
export async function putExchanges(
  sql: Sql,
  put: Put,
  { ownCity, ownPerson }: { ownCity: string; ownPerson: string },
): Promise<string> {
  const [third] = await sql<{ id: string }[]>`select id from city where key = 'surabaya'`;
  const [practice] = await sql<{ id: string }[]>`select id from practice where key = 'surabaya-3r-kampung'`;
  const ids = { own: newId(), trial: newId() };
  for (const [label, isTrial] of [
    ['own', false],
    ['trial', true],
  ] as const) {
    const of = { exchange_id: ids[label] };
    const between = { asking_city_id: ownCity, asked_city_id: third?.id, is_trial: isTrial };
    const asked = { size: 'talk', question: 'How?', language: 'en', awaits: 'asked' };
    await put('exchange', label, { ...between, ...asked, id: ids[label] });
    await put('exchange_step', label, { ...of, id: newId(), step: 'ask', to_state: 'requested' });
    await put('exchange_answer', label, { ...of, id: newId(), side: 'asked', text: 'So', language: 'en' });
    await put('exchange_brief', label, { ...of, version: 1, side: 'asked', content: sql.json({}) });
    await put('exchange_agreement', label, { ...of, version: 1, side: 'asked' });
    await put('exchange_paper', label, {
      ...of,
      kind: 'programme',
      version: 1,
      side: 'asked',
      items: sql.json([]),
    });
    const clearance = { ...of, side: 'asking', what: 'Permit', due_on: '2027-01-15' };
    await put('exchange_clearance', label, { ...clearance, id: newId(), city_id: ownCity });
    if (!isTrial)
      await put('exchange_clearance', 'other', {
        ...clearance,
        id: newId(),
        side: 'asked',
        city_id: third?.id,
      });
    const standing = { size: 'talk', is_open: true, asked_at: new Date() };
    await put('exchange_standing', label, { ...of, ...between, ...standing });
    const texts = { changed: '', indicator: '', baseline: '', value: '', hard: '', language: 'en' };
    const outcome = { ...of, ...between, ...texts, practice_id: practice?.id, outcome: 'adopted' };
    const shown = { is_shown_by_asking: true, is_shown_by_asked: true };
    await put('exchange_outcome', label, { ...outcome, month: 3, is_shown_by_asking: true });
    if (!isTrial) await put('exchange_outcome', 'shown', { ...outcome, ...shown, month: 12 });
  }
  const mail = {
    person_id: ownPerson,
    email: 'own@office.example',
    language: 'en',
    params: {},
    state: 'kept',
  };
  await put('notice', 'exchange', { ...mail, id: newId(), key: newId(), template: 'exchange-declined' });
  const act = { actor_kind: 'person', actor_ref: 'x', verb: 'exchange.decline', request_id: 'x' };
  const about = { subject_kind: 'exchange', subject_id: ids.own };
  await put('audit', 'exchange', { ...act, ...about, id: newId(), command_id: newId() });
  return ids.own;
}
