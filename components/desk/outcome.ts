export const BULK_ACTS = [
  'confirm',
  'unconfirm',
  'withdraw',
  'reopen',
  'resend',
  'close-request',
  'reopen-request',
] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** The act that takes another one back; a mail that was sent cannot be. */
const UNDO: Partial<Record<BulkAct, BulkAct>> = {
  confirm: 'unconfirm',
  withdraw: 'reopen',
  'close-request': 'reopen-request',
};

/** What a press did to how many rows, and what it left for which reason. `did: 'nothing'`: no row was chosen. */
export type BulkOutcome = {
  did: BulkAct | 'nothing';
  count: number;
  refused: { reason: string; count: number }[];
  undo: BulkAct | null;
  ids: string[];
};

/** The outcome as a query of the page that shows it. */
export function outcomeQuery(
  did: BulkOutcome['did'],
  ids: readonly string[],
  reasons: readonly string[],
): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new URLSearchParams({
    did,
    ids: ids.join('.'),
    left: [...counts].map(([reason, count]) => `${reason}.${count}`).join(','),
  }).toString();
}

const ID = /^[0-9a-f-]{36}$/;

/** Reads it back; null where the address holds none. Whoever writes such an address by hand gets no more than words. */
export function readOutcome(query: Record<string, string | string[] | undefined>): BulkOutcome | null {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const did = [...BULK_ACTS, 'nothing' as const].find((one) => one === text('did'));
  if (did === undefined) return null;
  const ids = text('ids')
    .split('.')
    .filter((id) => ID.test(id));
  const refused = text('left')
    .split(',')
    .flatMap((part) => {
      const [reason = '', count = ''] = part.split('.');
      return /^[a-z-]{1,30}$/.test(reason) && /^\d{1,3}$/.test(count)
        ? [{ reason, count: Number(count) }]
        : [];
    });
  return { did, count: ids.length, refused, undo: did === 'nothing' ? null : (UNDO[did] ?? null), ids };
}
