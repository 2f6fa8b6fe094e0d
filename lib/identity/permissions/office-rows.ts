import { type Cells, cells, MEMBERS, OFFICERS, OTHER, OWN, OWN_EDITORS, TOKENS } from './columns.ts';

/** Whoever is asked to sign in. A token opens no page. */
const NOBODY_THERE = ['visitor', ...TOKENS] as const;
/** Pages about one appointment at a city: for its people and the secretariat that serves it. */
const ABOUT_OWN = cells('hidden', { yes: [...OWN, 'officer-serving'], no: NOBODY_THERE });
const OFFICER_ONLY = cells('hidden', { yes: OFFICERS });
/** Who invites, confirms and ends staff of a city: head and focal point of the office, the serving secretariat. */
const WHO_APPOINT = ['own-head', 'own-focal-point', 'own-token-write', 'officer-serving'] as const;
/** The same on a record that the rest of the office sees and nobody else. */
const APPOINTING = cells('hidden', {
  no: ['visitor', 'own-deputy', 'own-staff', 'own-token-read'],
  yes: WHO_APPOINT,
});
const SERVING = cells('hidden', { yes: ['officer-serving'], no: ['own-token-read'] });

/** Who sees the pages about people of offices, and the pages of a secretariat. */
export const OFFICE_PAGES: Record<string, Cells> = {
  '/appointments': cells('yes', { no: NOBODY_THERE }),
  '/appointments/[id]': ABOUT_OWN,
  '/appointments/[id]/letter': ABOUT_OWN,
  '/desk': OFFICER_ONLY,
  '/desk/exchanges': OFFICER_ONLY,
  '/desk/exchanges/export': OFFICER_ONLY,
  '/desk/invite': OFFICER_ONLY,
  '/desk/mails': OFFICER_ONLY,
  '/desk/membership': OFFICER_ONLY,
  '/desk/spreadsheet': OFFICER_ONLY,
  '/desk/trail': OFFICER_ONLY,
  '/desk/offices/[id]': cells('hidden', { yes: ['officer-serving'] }),
  // By the link of a mail; without one it says that it opens nothing.
  '/invitation': cells('yes'),
  '/invitation/accepted': cells('yes'),
  '/our-city/handover': cells('hidden', { yes: [...OWN, ...OTHER], no: NOBODY_THERE }),
  '/our-city/requests': cells('hidden', { yes: [...OWN, ...OTHER], no: NOBODY_THERE }),
  '/our-city/people': cells('hidden', { yes: MEMBERS, no: NOBODY_THERE }),
};

/** Who invites, confirms, ends, and does what only the secretariat does that serves the city. */
export const OFFICE_COMMANDS: Record<string, Cells> = {
  'appointment.change-dates': APPOINTING,
  'appointment.confirm': APPOINTING,
  'appointment.end': APPOINTING,
  // By the clock.
  'appointment.expire': cells('hidden', { no: ['own-token-read'] }),
  'appointment.name-letter': APPOINTING,
  'appointment.resume': APPOINTING,
  'appointment.unconfirm': APPOINTING,
  // The city's word beside the secretariat's, whose list it leaves as it is.
  'correction.answer': cells('hidden', {
    yes: [...OWN_EDITORS, 'own-token-write'],
    no: ['own-staff', 'own-token-read'],
  }),
  'correction.close': SERVING,
  'correction.reopen': SERVING,
  // Of an invitation to one's own address.
  'invitation.accept': cells('yes', { no: ['visitor', 'own-token-read'] }),
  // Each secretariat for what it serves; a row about another city is a wrong row.
  'invitation.import': cells('no', { yes: OFFICERS }),
  'invitation.make': cells('no', { yes: WHO_APPOINT }),
  'invitation.reopen': APPOINTING,
  'invitation.resend': APPOINTING,
  'invitation.withdraw': APPOINTING,
  'mail.resend': SERVING,
  'membership.set': cells('no', { yes: ['officer-serving'] }),
  'membership.undo': cells('no', { yes: ['officer-serving'] }),
  'profile.ask-news': SERVING,
  'profile.unask-news': SERVING,
};
