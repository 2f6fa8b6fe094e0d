import { addressOf } from '#components/search/address.ts';
import type { ExchangeSize } from '#lib/exchanges/contract.ts';

export const EXCHANGES_ADDRESS = '/exchanges';
export const exchangeAddress = (id: string): string => `${EXCHANGES_ADDRESS}/${id}`;

/** What a request is filled in with. `city`: of the one who asks; who has one city need not be asked. */
export type AskFrom = {
  city?: string | undefined;
  with: string;
  need?: string | undefined;
  practice?: string | undefined;
  size?: ExchangeSize | undefined;
};

export const askAddress = (from: AskFrom): string => addressOf('/exchanges/new', from);
