import { type Cells, cells, MEMBERS, OTHER, OWN, OWN_EDITORS, TOKENS } from './columns.ts';
import { EXCHANGE_COMMANDS, EXCHANGE_PAPERS } from './exchange-rows.ts';
import { MATCHING_COMMANDS, MATCHING_PAGES } from './matching-rows.ts';
import { OFFICE_COMMANDS, OFFICE_PAGES } from './office-rows.ts';

export const KINDS = ['page', 'command', 'api', 'event'] as const;
export type Kind = (typeof KINDS)[number];
/** `id`: a page's or API's path as Next writes it, a command's or event's name. */
export type Row = { kind: Kind; id: string; cells: Cells };

const rows = (kind: Kind, all: Record<string, Cells>): Row[] =>
  Object.entries(all).map(([id, given]) => ({ kind, id, cells: given }));

const EVERYBODY = cells('yes');
// A token for reading only is refused by the wrapper, before the command is looked at.
const NO_WRITER = { no: ['own-token-read'] } as const;
/** Left to jobs: to people such a command does not exist. */
const NOBODY = cells('hidden', NO_WRITER);
/** What everybody who has signed in may do with what is her own. */
const OWN_ONLY = cells('yes', { hidden: ['visitor'], ...NO_WRITER });

/** For everybody who has a session, even without an appointment. A token opens no page. */
const SIGNED_IN = cells('no', { yes: [...MEMBERS, 'ended'] });
/** For oneself, and in a session only. */
const ONESELF = cells('yes', { hidden: ['visitor'], no: TOKENS });
/** Everybody at the city's own office. */
const OWN_WRITERS = cells('hidden', { yes: [...OWN, 'own-token-write'], ...NO_WRITER });
/** Who speaks for the city: staff writes only. */
const OWN_SPEAKERS = cells('hidden', {
  yes: [...OWN_EDITORS, 'own-token-write'],
  no: ['own-staff', 'own-token-read'],
});
/** The mayor's office, of a city that has a focal point beside it. */
const OWN_PUBLISHER = cells('hidden', {
  yes: ['own-head'],
  no: ['own-focal-point', 'own-deputy', 'own-staff', ...TOKENS],
});
/** The secretariat that serves the city; the other one reads the practice as everybody does. */
const REVIEWERS = cells('hidden', { yes: ['officer-serving'], no: ['officer-elsewhere', 'own-token-read'] });
/** A visitor is led to sign-in, others do not find it. */
const OWN_PAGE = cells('hidden', { yes: OWN, no: ['visitor', ...TOKENS] });
/** The same for whoever acts for any city: she finds her own. */
const CITY_PAGE = cells('hidden', { yes: [...OWN, ...OTHER], no: ['visitor', ...TOKENS] });

// A page is asked with the cookie of a session; a token there counts as nobody.
const pages = rows('page', {
  ...OFFICE_PAGES,
  ...MATCHING_PAGES,
  ...EXCHANGE_PAPERS,
  '/': EVERYBODY,
  '/about': EVERYBODY,
  '/account': SIGNED_IN,
  '/accessibility': EVERYBODY,
  '/account/data': SIGNED_IN,
  '/account/data/export': cells('hidden', { yes: [...MEMBERS, 'ended'] }),
  '/account/erase': SIGNED_IN,
  '/account/news': SIGNED_IN,
  '/account/tokens': SIGNED_IN,
  '/cities': EVERYBODY,
  '/cities/[slug]': EVERYBODY,
  '/cities/[slug]/matches': cells('hidden', { yes: OWN }),
  // What the link of a mail is worth is said to whoever opens it.
  '/confirm-profile': EVERYBODY,
  '/corrections/new': EVERYBODY,
  '/corrections/thanks': EVERYBODY,
  '/exchanges': CITY_PAGE,
  '/exchanges/[id]': OWN_PAGE,
  '/exchanges/new': CITY_PAGE,
  // By the link of a mail; without one it says that it opens nothing.
  '/exchange-answer': EVERYBODY,
  // Only to be sent to: asked like a page it is not there. Who may upload, the command says.
  '/files/[id]': cells('hidden', { yes: OWN }),
  '/needs': EVERYBODY,
  '/needs/[id]': EVERYBODY,
  // Of the trial copy, as /try.
  '/outbox': EVERYBODY,
  '/our-city': CITY_PAGE,
  '/our-city/export': CITY_PAGE,
  '/our-city/export/[file]': cells('hidden', { yes: [...OWN, ...OTHER] }),
  '/our-city/import': CITY_PAGE,
  '/our-city/import/[id]': OWN_PAGE,
  '/our-city/import/[id]/refused': cells('hidden', { yes: OWN }),
  '/our-city/claim': CITY_PAGE,
  '/our-city/facts': CITY_PAGE,
  '/our-city/facts/[key]': CITY_PAGE,
  '/our-city/[place]/[id]': OWN_PAGE,
  '/our-city/[place]/[id]/edit': OWN_PAGE,
  '/our-city/[place]/[id]/sheet': OWN_PAGE,
  '/our-city/[place]/new': CITY_PAGE,
  '/permissions': SIGNED_IN,
  '/practices': EVERYBODY,
  '/practices/[id]': EVERYBODY,
  '/problem': EVERYBODY,
  '/search': EVERYBODY,
  '/sign-in': EVERYBODY,
  '/sign-in/code': EVERYBODY,
  '/sign-in/link': EVERYBODY,
  '/sources': EVERYBODY,
  '/topics': EVERYBODY,
  '/topics/[code]': EVERYBODY,
  // On the trial copy, where the tests ask; elsewhere it is not there.
  '/try': EVERYBODY,
  '/try/start-again': EVERYBODY,
  // Parts of pages, for those who build them; never in production.
  '/design': cells('hidden'),
});

const commands = rows('command', {
  ...OFFICE_COMMANDS,
  ...EXCHANGE_COMMANDS,
  ...MATCHING_COMMANDS,
  'appointment.appoint': NOBODY,
  'appointment.bootstrap': NOBODY,
  'city.import': NOBODY,
  'correction.ask': cells('yes', NO_WRITER),
  'fact.confirm': OWN_SPEAKERS,
  'fact.discard': OWN_SPEAKERS,
  'fact.remove': OWN_SPEAKERS,
  'fact.save': OWN_WRITERS,
  'fact.state': OWN_SPEAKERS,
  'fact.undo': OWN_SPEAKERS,
  'need.change-audience': OWN_SPEAKERS,
  'need.confirm': OWN_SPEAKERS,
  'need.discard': OWN_SPEAKERS,
  'need.draft': OWN_WRITERS,
  'file.remove-unused': NOBODY,
  'file.upload': cells('hidden', { yes: [...OWN, 'own-token-write'], ...NO_WRITER }),
  'need.import': NOBODY,
  'need.publish': OWN_PUBLISHER,
  'need.restore': OWN_SPEAKERS,
  'need.revise': OWN_WRITERS,
  'need.save': OWN_WRITERS,
  'need.send': OWN_SPEAKERS,
  'need.take-back': OWN_SPEAKERS,
  'need.unpublish': OWN_SPEAKERS,
  'need.unclaim': OWN_SPEAKERS,
  'need.withdraw': OWN_SPEAKERS,
  'news.see': OWN_ONLY,
  'organisation.ensure': NOBODY,
  'person.consent': ONESELF,
  'person.erase': ONESELF,
  'person.language': OWN_ONLY,
  'practice.confirm': OWN_SPEAKERS,
  'practice.discard': OWN_SPEAKERS,
  'practice.draft': OWN_WRITERS,
  'practice.import': NOBODY,
  'practice.propose-evidence': NOBODY,
  'practice.publish': OWN_PUBLISHER,
  'practice.restore': OWN_SPEAKERS,
  'practice.revise': OWN_WRITERS,
  'practice.review-evidence': REVIEWERS,
  'practice.save': OWN_WRITERS,
  'practice.send': OWN_SPEAKERS,
  'practice.take-back': OWN_SPEAKERS,
  'practice.unpublish': OWN_SPEAKERS,
  'practice.unreview-evidence': REVIEWERS,
  'practice.unclaim': OWN_SPEAKERS,
  'practice.withdraw': OWN_SPEAKERS,
  'profile.check-file': OWN_WRITERS,
  'profile.confirm': OWN_SPEAKERS,
  'profile.import': OWN_WRITERS,
  'profile.remind': NOBODY,
  'retention.keep': NOBODY,
  // One's own session: any other is not there.
  'session.end': OWN_ONLY,
  'session.end-others': OWN_ONLY,
  'session.start': NOBODY,
  'token.create': ONESELF,
  'token.revoke': ONESELF,
  // Whoever asks is nobody yet; what she is answered is the same for all.
  'sign-in.ask': EVERYBODY,
  'sign-in.code': EVERYBODY,
  'sign-in.use': NOBODY,
  'topic.import': NOBODY,
  // A desk of the trial copy leaves a mark of having read; a real office leaves none.
  'match.see': NOBODY,
  'brief.see': NOBODY,
  'trial.start-again': NOBODY,
});

// An API is asked with a token; a session's cookie counts for nothing there.
const api = rows('api', {
  '/api/health': EVERYBODY,
  '/api/v1/cities': EVERYBODY,
  '/api/v1/cities/[slug]': EVERYBODY,
  '/api/v1/cities/[slug]/matches': cells('hidden', { yes: [...OWN, ...TOKENS] }),
  '/api/v1/needs': EVERYBODY,
  '/api/v1/needs/[id]': EVERYBODY,
  '/api/v1/needs/[id]/practices': EVERYBODY,
  '/api/v1/openapi.json': EVERYBODY,
  '/api/v1/practices': EVERYBODY,
  '/api/v1/practices/[id]': EVERYBODY,
  '/api/v1/search': EVERYBODY,
  '/api/v1/topics': EVERYBODY,
  '/api/v1/topics/[code]': EVERYBODY,
});

const events = rows('event', {
  'match.watch': cells('hidden', { yes: OWN }),
});

/** The permissions of the whole system, written by hand: page, document and tests are made from it. */
export const PERMISSIONS: readonly Row[] = [...pages, ...commands, ...api, ...events];
