export const BULK_ACTS = [
  'confirm',
  'unconfirm',
  'withdraw',
  'reopen',
  'resend',
  'resend-mail',
  'close-request',
  'reopen-request',
  'agree',
  'unreview',
  'ask-news',
  'unask-news',
] as const;
export type BulkAct = (typeof BULK_ACTS)[number];
/** What else a press can have done: a form of its own did it. `nothing`: no row was chosen. */
const SAID = [...BULK_ACTS, 'differ', 'invite', 'nothing'] as const;

/** The act that takes another one back; a mail that was sent cannot be. */
const UNDO: Partial<Record<(typeof SAID)[number], BulkAct>> = {
  confirm: 'unconfirm',
  withdraw: 'reopen',
  'close-request': 'reopen-request',
  agree: 'unreview',
  differ: 'unreview',
  invite: 'withdraw',
  'ask-news': 'unask-news',
};
/** As many can be undone at once; more would not fit into an address. */
const MOST = 100;

/** What a press did to how many rows, and what it left for which reason. */
export type BulkOutcome = {
  did: (typeof SAID)[number];
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
    count: String(ids.length),
    ids: did in UNDO && ids.length <= MOST ? ids.join('.') : '',
    left: [...counts].map(([reason, count]) => `${reason}.${count}`).join(','),
  }).toString();
}

const ID = /^[a-z0-9-]{1,200}$/;
const COUNT = /^\d{1,3}$/;

/** Reads it back; null where the address holds none. Whoever writes such an address by hand gets no more than words. */
export function readOutcome(query: Record<string, string | string[] | undefined>): BulkOutcome | null {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const did = SAID.find((one) => one === text('did'));
  if (did === undefined) return null;
  const ids = text('ids')
    .split('.')
    .filter((id) => ID.test(id));
  const refused = text('left')
    .split(',')
    .flatMap((part) => {
      const [reason = '', count = ''] = part.split('.');
      return /^[a-z-]{1,30}$/.test(reason) && COUNT.test(count) ? [{ reason, count: Number(count) }] : [];
    });
  const count = COUNT.test(text('count')) ? Number(text('count')) : 0;
  return { did, count, refused, undo: UNDO[did] ?? null, ids };
}
