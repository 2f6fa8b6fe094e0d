import type { FormAction } from '#components/offices/form-state.ts';
import type { CarryingOut } from '#lib/carrying-out/contract.ts';
import type { Exchange, Side } from '#lib/exchanges/contract.ts';

/** What the buttons and forms of an exchange do. */
export type ExchangeActions = {
  /** Steps that need no more than their name. */
  move: (data: FormData) => Promise<void>;
  proposeDates: FormAction;
  saveBrief: FormAction;
  sendAnswer: FormAction;
  saveOutcome: FormAction;
};

/** What is written while an exchange is prepared and carried out. */
export type PaperActions = {
  saveItem: FormAction;
  removeItem: (data: FormData) => Promise<void>;
  saveClearance: FormAction;
  markClearance: (data: FormData) => Promise<void>;
};

/** What every section of the page of an exchange is made from. */
export type SectionProps = {
  exchange: Exchange;
  carrying: CarryingOut;
  /** Of the reader's city: every time of day is said in it. */
  timeZone: string;
  actions: ExchangeActions;
  paperActions: PaperActions;
  newCommandId: () => string;
};

export const cityOf = ({ own, other, side }: Pick<Exchange, 'own' | 'other' | 'side'>, of: Side) =>
  of === side ? own : other;
