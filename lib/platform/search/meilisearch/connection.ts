import { type Index, Meilisearch } from 'meilisearch';
import type { StoredDocument } from './document.ts';

/** `prefix`: what the name of every index of this installation starts with. */
export type MeiliSettings = { url: string; key: string | undefined; prefix: string };

/** Milliseconds for one request: of a reader who waits, and of a writer who sends many documents. */
const READER = 5000;
const WRITER = 30_000;

/** Counted up when documents are stored in another way: an index of the old way is then left alone, not misread. */
const FORMAT = 1;

export type Connection = {
  /** Name and port of the server, for messages: never the key. */
  host: string;
  /** The index that is searched. */
  uid: string;
  reader: Meilisearch;
  writer: Meilisearch;
  /** An index as a writer sees it. */
  index: (uid: string) => Index<StoredDocument>;
};

/** Opens nothing yet: each request is one of its own. */
export function connectTo({ url, key, prefix }: MeiliSettings): Connection {
  const open = (timeout: number) =>
    new Meilisearch({ host: url, timeout, ...(key === undefined ? {} : { apiKey: key }) });
  const writer = open(WRITER);
  return {
    host: new URL(url).host,
    uid: `${prefix}-records-${FORMAT}`,
    reader: open(READER),
    writer,
    index: (uid) => writer.index<StoredDocument>(uid),
  };
}
