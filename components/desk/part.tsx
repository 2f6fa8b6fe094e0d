import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';

/** Rows that the desk shows of each list before the rest is asked for. */
const MOST = 20;

/** `words`: what the desk is narrowed to, empty for everything. */
export type Listed<Item> = { items: Item[]; isAll: boolean; words: string };

/** The first rows of a list, the way to all of them, and what its buttons need. @param list its name in addresses */
export function part<Item, Press extends object>(
  { items, isAll, ...press }: Listed<Item> & Press,
  list: string,
) {
  const { words } = press;
  const shown = isAll ? items : items.slice(0, MOST);
  const query = new URLSearchParams({ ...(words === '' ? {} : { q: words }), all: list });
  const more = shown.length < items.length ? { count: items.length, href: `/desk?${query}#${list}` } : null;
  return { shown, more, press };
}

/** An empty list: nothing waits, or nothing that fits the words. */
export function NothingHere({ words, children }: { words: string; children: ReactNode }) {
  const t = useTranslations('desk');
  return <p>{words === '' ? children : t('find.nothing', { words })}</p>;
}
