import { type Cells, cells, OWN, OWN_EDITORS, TOKENS } from './columns.ts';

/** Who speaks for one of the two cities; "own" is the city whose step it is. Secretariats take no part. */
const SPEAKING = cells('hidden', {
  yes: [...OWN_EDITORS, 'own-token-write'],
  no: ['own-staff', 'own-token-read'],
});
const BY_THE_CLOCK = cells('hidden', { no: ['own-token-read'] });

/** Papers of an exchange, for the people of its two cities: a visitor is led to sign-in, others do not find it. */
export const EXCHANGE_PAPERS: Record<string, Cells> = {
  '/exchanges/[id]/brief': cells('hidden', { yes: OWN, no: ['visitor', ...TOKENS] }),
  '/exchanges/[id]/brief.pdf': cells('hidden', { yes: OWN }),
};

export const EXCHANGE_COMMANDS: Record<string, Cells> = {
  'exchange.accept': SPEAKING,
  'exchange.add-clearance': SPEAKING,
  'exchange.agree': SPEAKING,
  'exchange.answer': SPEAKING,
  'exchange.ask': SPEAKING,
  'exchange.begin': SPEAKING,
  'exchange.change-clearance': SPEAKING,
  'exchange.check-outcome': SPEAKING,
  'exchange.complete': SPEAKING,
  'exchange.consent': SPEAKING,
  'exchange.decline': SPEAKING,
  'exchange.expire': BY_THE_CLOCK,
  'exchange.propose-dates': SPEAKING,
  'exchange.remind': BY_THE_CLOCK,
  'exchange.remove-clearance': SPEAKING,
  'exchange.undo-answer': SPEAKING,
  'exchange.withdraw': SPEAKING,
  'exchange.write-brief': SPEAKING,
  'exchange.write-paper': SPEAKING,
};
