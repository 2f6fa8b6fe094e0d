import { SalingError } from './errors.ts';

/** A page of a list. `next` is opaque; null on the last page. */
export type Page<Item> = { items: Item[]; next: string | null };

/** Position in a list whose order is stable for the query: the number of items before the page. */
export function encodeCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url');
}

/** @throws SalingError `invalid` for a cursor that this system did not make. */
export function decodeCursor(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^o(\d{1,7})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  // The decoder overlooks what it does not know: only what we have made comes out the same again.
  if (match?.[1] === undefined || encodeCursor(Number(match[1])) !== cursor) {
    throw new SalingError('invalid', { errors: [{ pointer: '/cursor', code: 'wrong-value' }] });
  }
  return Number(match[1]);
}

export function pageOf<Item>(items: Item[], offset: number, limit: number): Page<Item> {
  const isMore = items.length > limit;
  return {
    items: isMore ? items.slice(0, limit) : items,
    next: isMore ? encodeCursor(offset + limit) : null,
  };
}
