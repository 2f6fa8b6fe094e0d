/** One attached file as the form shows it, with what is typed about it. `facts`: "JPEG, 1.2 MB". */
export type FileItem = {
  fileId: string;
  name: string;
  facts: string;
  /** Of a picture. */
  width: number | null;
  height: number | null;
  caption: string;
  alt: string;
};
export type Entry = { fileId: string; caption: string; alt: string };
export type Removed = Entry & { place: number; name: string };

/** What the form shows after an attempt. */
export type FilesState = {
  items: FileItem[];
  /** What is saved, to tell later what the writer has changed and what somebody else. */
  served: Entry[];
  errors: Record<string, string>;
  failure: { title: string; detail: string } | null;
  removed: Removed | null;
  /** In words: what has just been done. */
  done: string | null;
  /** For the next upload: pressed twice, it is kept once. */
  commandId: string;
};

export type FilesAction = (state: FilesState, data: FormData) => Promise<FilesState>;

export const entryOf = ({ fileId, caption, alt }: Entry): Entry => ({ fileId, caption, alt });

/** What is typed in the form, in the order in which it stands there. */
export function typedEntries(data: FormData): Entry[] {
  const text = (name: string) => String(data.get(name) ?? '');
  return data.getAll('entry').map((value) => {
    const fileId = String(value);
    return { fileId, caption: text(`caption-${fileId}`), alt: text(`alt-${fileId}`) };
  });
}

/** The items with what is typed in place of what was saved: nothing typed is lost. */
export function withTyped(items: readonly FileItem[], typed: readonly Entry[]): FileItem[] {
  return items.map((item) => ({ ...item, ...typed.find(({ fileId }) => fileId === item.fileId) }));
}

/**
 * What is saved by now, with what the writer has changed since she saw `served`. `clashes`: texts that somebody
 * else has changed, too, as they are now.
 */
export function mergeTyped(given: {
  served: readonly Entry[];
  typed: readonly Entry[];
  current: readonly Entry[];
}): { entries: Entry[]; clashes: string[] } {
  const clashes: string[] = [];
  const entries = given.current.map((now) => {
    const seen = given.served.find(({ fileId }) => fileId === now.fileId);
    const typed = given.typed.find(({ fileId }) => fileId === now.fileId);
    if (typed === undefined) return entryOf(now);
    const pick = (field: 'caption' | 'alt') => {
      const isMine = seen === undefined || typed[field] !== seen[field];
      const isTheirs = seen !== undefined && now[field] !== seen[field];
      if (isMine && isTheirs && typed[field] !== now[field]) clashes.push(now[field]);
      return isMine ? typed[field] : now[field];
    };
    return { fileId: now.fileId, caption: pick('caption'), alt: pick('alt') };
  });
  return { entries, clashes };
}

/** The entry moved one place up (-1) or down (1). */
export function moved(entries: readonly Entry[], fileId: string, by: -1 | 1): Entry[] {
  const list = [...entries];
  const from = list.findIndex((entry) => entry.fileId === fileId);
  const [entry] = from < 0 ? [] : list.splice(from, 1);
  if (entry !== undefined) list.splice(Math.max(from + by, 0), 0, entry);
  return list;
}
