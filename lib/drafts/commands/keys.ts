import { SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { isKeyTaken, lockKeys } from '#lib/drafts/store.ts';

const MOST_EQUAL_TITLES = 1000;

/** The base itself, or with the first number that is free. @throws SalingError `too-many` */
export async function freeKey(tx: Tx, kind: DraftKind, base: string): Promise<string> {
  await lockKeys(tx, base);
  if (!(await isKeyTaken(tx, kind, base))) return base;
  for (let number = 2; number <= MOST_EQUAL_TITLES; number += 1) {
    const key = `${base}-${number}`;
    if (!(await isKeyTaken(tx, kind, key))) return key;
  }
  throw new SalingError('too-many');
}
