import { EXCHANGE_ACCESS } from './row-exchanges.ts';
import { MATCHING_ACCESS } from './row-matching.ts';

/** Who can see, add, change and remove a row, by the database alone. */
export type Access = readonly [see: string, add: string, change: string, remove: string];

/** Links that a person of the own city got by mail. */
const LINKED = 'mailed answering';
const MEMBERS = `own other officer elsewhere chair ${LINKED} desk trial-officer job`;
const UNLINKED = 'visitor own other officer elsewhere chair observer ended desk trial-officer job';
/** Words for many actors; all other words are actors of row-samples.ts. */
export const WORDS: Record<string, string> = {
  all: `${UNLINKED} invited ${LINKED}`,
  mailed: LINKED,
  unlinked: UNLINKED,
  askers: 'visitor own other officer elsewhere chair observer ended job',
  members: MEMBERS,
};

/**
 * By hand: what the row policies of each table leave to whom, for the rows of row-samples.ts. Own and other are
 * focal points of two cities, officer and elsewhere those of the secretariats that serve and do not serve the own
 * city, invited, mailed and answering three links of mails, desk and trial-officer two desks of the trial copy. Commands narrow
 * this further; nothing can widen it.
 */
export const ROW_ACCESS: Record<string, Record<string, Access>> = {
  ...EXCHANGE_ACCESS,
  ...MATCHING_ACCESS,
  api_token: {
    own: ['own job', 'own job', 'own job', 'own job'],
  },
  appointment: {
    own: [
      'own officer mailed desk trial-officer job',
      'own officer job',
      'own officer job',
      'own officer job',
    ],
    trial: [
      'desk trial-officer job',
      'desk trial-officer job',
      'desk trial-officer job',
      'desk trial-officer job',
    ],
    'own-named': [
      'own officer ended mailed desk trial-officer job',
      'own officer job',
      'own officer ended job',
      'own officer job',
    ],
    'other-invited': [
      'own other officer mailed desk trial-officer job',
      'own other officer invited job',
      'own other officer job',
      'own officer job',
    ],
  },
  audit: {
    'own-city': ['officer trial-officer job', 'all', '', ''],
    session: ['job', 'all', '', ''],
    'mail-appointment-ended': ['officer job', 'all', '', ''],
    'mail-sign-in': ['job', 'all', '', ''],
    // How an exchange ended is in no trail of a secretariat, and in none of the mails that it reads.
    exchange: ['job', 'all', '', ''],
  },
  city: {
    own: ['all', 'own mailed job', 'own mailed job', 'own mailed job'],
    members: ['members', 'job', 'job', 'job'],
  },
  city_fact: {
    own: ['all', 'own mailed job', 'own mailed job', 'own mailed job'],
    trial: ['desk trial-officer job', 'desk job', 'desk job', 'desk job'],
  },
  city_fact_draft: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  city_fact_version: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  command: {
    one: ['all', 'all', 'all', 'all'],
  },
  correction: {
    own: ['own officer job', 'askers', 'own officer job', 'job'],
    elsewhere: ['elsewhere job', 'askers', 'elsewhere job', 'job'],
    trial: ['desk trial-officer job', 'visitor desk trial-officer job', 'desk trial-officer job', 'job'],
  },
  event: {
    one: ['job', 'all', '', ''],
  },
  event_reaction: {
    one: ['job', 'job', 'job', 'job'],
  },
  evidence_review: {
    own: ['own officer job', 'officer job', 'job', 'officer job'],
    trial: ['desk trial-officer job', 'trial-officer job', 'job', 'trial-officer job'],
  },
  file: {
    own: ['own job', 'own ended other job', 'job', 'job'],
    open: ['all', 'own ended other job', 'job', 'job'],
    trial: ['desk job', 'desk job', 'job', 'job'],
    'own-sheet': ['own officer job', 'own ended other job', 'job', 'job'],
  },
  file_content: {
    own: ['own job', 'own job', 'job', 'job'],
    open: ['all', 'own ended other job', 'job', 'job'],
  },
  former_key: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  forum_membership: {
    AGMF: ['all', 'officer job', 'officer job', 'officer job'],
    MGMAC: ['all', 'elsewhere job', 'elsewhere job', 'elsewhere job'],
  },
  index_stale: {
    one: ['all', 'job', 'job', 'job'],
  },
  installation: {
    one: ['job', 'job', 'job', 'job'],
  },
  invitation: {
    own: ['own officer job', 'own officer job', 'own officer job', 'own officer job'],
    'to-other': [
      'own other officer invited job',
      'own other officer invited job',
      'own other officer invited job',
      'own other officer invited job',
    ],
    trial: [
      'desk trial-officer job',
      'desk trial-officer job',
      'desk trial-officer job',
      'desk trial-officer job',
    ],
  },
  match_evidence: {
    own: ['own desk job', 'job', 'job', 'job'],
    held: ['', 'job', '', ''],
  },
  match_stale: {
    one: ['job', 'job', 'job', 'job'],
  },
  need: {
    own: ['all', 'own mailed job', 'own mailed job', 'own mailed job'],
    observers: ['members observer', 'own mailed job', 'own mailed job', 'own mailed job'],
    trial: ['desk trial-officer job', 'desk job', 'desk job', 'desk job'],
  },
  need_practice: {
    observers: ['members observer', 'job', 'job', 'job'],
    open: ['all', 'job', 'job', 'job'],
  },
  news_ask: {
    own: ['officer job', 'officer', 'officer', 'officer job'],
    trial: ['trial-officer job', 'trial-officer', 'trial-officer', 'trial-officer job'],
  },
  notice: {
    own: ['own officer mailed job', 'all', 'job', 'job'],
    'own-again': ['own officer mailed job', 'all', 'officer job', 'job'],
    'own-sign-in': ['own mailed job', 'all', 'job', 'job'],
    'own-digest': ['own mailed job', 'all', 'job', 'job'],
    exchange: ['own mailed job', 'all', 'job', 'job'],
    trial: ['own mailed trial-officer job', 'all', 'job', 'job'],
  },
  notice_seen: {
    own: ['own job', 'own job', 'own job', 'own job'],
  },
  organisation: {
    city: ['all', 'job', 'job', 'job'],
    observer: ['all', 'officer elsewhere job', 'job', 'job'],
  },
  person: {
    own: ['own officer mailed desk trial-officer job', 'job', 'own job', 'job'],
    officer: ['officer trial-officer job', 'job', 'officer job', 'job'],
    invited: ['own other officer invited mailed desk trial-officer job', 'invited job', 'other job', 'job'],
  },
  practice: {
    own: ['all', 'own mailed job', 'own officer mailed job', 'own mailed job'],
    withdrawn: ['own mailed desk job', 'own mailed job', 'own mailed job', 'own mailed job'],
    members: ['members', 'own mailed job', 'own officer mailed job', 'own mailed job'],
    trial: ['desk trial-officer job', 'desk job', 'desk trial-officer job', 'desk job'],
  },
  profile_import: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  profile_round: {
    own: ['own officer mailed trial-officer job', 'job', 'own mailed job', 'own mailed job'],
  },
  record_draft: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  record_version: {
    own: ['own job', 'own job', 'own job', 'own job'],
    trial: ['desk job', 'desk job', 'desk job', 'desk job'],
  },
  session: {
    own: ['own job', 'own job', 'own job', 'own job'],
  },
  sign_in_request: {
    own: ['job', 'job', 'job', 'job'],
  },
  stream: {
    one: ['all', 'all', 'all', 'all'],
  },
  topic: {
    one: ['all', 'job', 'job', 'job'],
  },
  topic_term: {
    one: ['all', 'job', 'job', 'job'],
  },
  turn: {
    one: ['all', 'all', 'all', 'all'],
  },
};
