import type {
  Exchange,
  ExchangeSize,
  ExchangeState,
  ExchangeStep,
  PastStep,
} from '#lib/exchanges/contract.ts';

/** The stations of the drawn way, from an open circle to a filled one. */
export const STATIONS = {
  question: ['asked', 'accepted', 'answered', 'completed', 'followed-up'],
  talk: ['asked', 'accepted', 'scoping', 'agreed', 'talk', 'completed', 'followed-up'],
  visit: ['asked', 'accepted', 'scoping', 'agreed', 'visit', 'completed', 'followed-up'],
} as const satisfies Record<ExchangeSize, readonly string[]>;
export type Station = (typeof STATIONS)[ExchangeSize][number];

export type Stop = { station: Station; status: 'done' | 'now' | 'ahead'; reached: PastStep | null };

const ENDED: readonly ExchangeState[] = ['declined', 'expired', 'withdrawn'];
export const hasEnded = (state: ExchangeState): boolean => ENDED.includes(state);

/** Which station a step reaches, and which it makes open again. */
const REACHED: Partial<Record<ExchangeStep, readonly Station[]>> = {
  ask: ['asked'],
  accept: ['accepted'],
  answer: ['answered'],
  agree: ['scoping', 'agreed'],
  complete: ['talk', 'visit', 'completed'],
};
const REOPENED: Partial<Record<ExchangeStep, readonly Station[]>> = {
  'undo-answer': ['accepted'],
  'write-brief': ['scoping', 'agreed'],
};

/** The way of this exchange: what is done, what comes now, what lies ahead. */
export function wayOf({ size, state, history }: Pick<Exchange, 'size' | 'state' | 'history'>): Stop[] {
  const reached = new Map<Station, PastStep>();
  for (const past of history) {
    for (const station of REOPENED[past.step] ?? []) reached.delete(station);
    for (const station of REACHED[past.step] ?? []) reached.set(station, past);
  }
  const last = history.findLast(({ step }) => step === 'check-outcome');
  if (state === 'outcome-checked' && last !== undefined) reached.set('followed-up', last);
  const present = hasEnded(state) ? undefined : STATIONS[size].find((station) => !reached.has(station));
  return STATIONS[size].map((station) => {
    const past = reached.get(station) ?? null;
    return {
      station,
      status: past === null ? (station === present ? 'now' : 'ahead') : 'done',
      reached: past,
    };
  });
}
