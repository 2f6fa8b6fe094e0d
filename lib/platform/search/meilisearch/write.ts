import { randomUUID } from 'node:crypto';
import type { SearchDocument } from '#lib/platform/search/engine.ts';
import type { Connection } from './connection.ts';
import { idOf, toStored } from './document.ts';
import { ensureIndex } from './settings.ts';
import { follow } from './tasks.ts';

/** Documents sent in one request. */
const BATCH = 200;

/** Milliseconds after which an index that a rebuild left behind is taken for abandoned. */
const ABANDONED = 3_600_000;

export type Writer = ReturnType<typeof createWriter>;

/** Writes to one index; writers of this process take turns, as versions are compared before documents are sent. */
export function createWriter(connection: Connection) {
  const { uid } = connection;
  const index = connection.index(uid);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(async () => {
      await ensureIndex(connection, uid);
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    put: (documents: readonly SearchDocument[]) => inTurn(() => putNewer(connection, documents)),
    remove: (ids: string[]) => inTurn(() => follow(index.deleteDocuments(ids))),
    clear: () => inTurn(() => follow(index.deleteAllDocuments())),
    rebuild: (documents: readonly SearchDocument[], onProgress: (done: number) => void) =>
      inTurn(() => rebuild(connection, documents, onProgress)),
  };
}

const unique = (documents: readonly SearchDocument[]): SearchDocument[] => [
  ...new Map(documents.map((document) => [idOf(document), document])).values(),
];

function* batchesOf(documents: readonly SearchDocument[]): Generator<SearchDocument[]> {
  for (let from = 0; from < documents.length; from += BATCH) yield documents.slice(from, from + BATCH);
}

async function putNewer(connection: Connection, documents: readonly SearchDocument[]): Promise<void> {
  const index = connection.index(connection.uid);
  for (const batch of batchesOf(unique(documents))) {
    const { results } = await index.getDocuments({
      ids: batch.map(idOf),
      fields: ['id', 'version'],
      limit: BATCH,
    });
    const versions = new Map(results.map((stored) => [stored.id, stored.version]));
    const newer = batch.filter((document) => document.version >= (versions.get(idOf(document)) ?? 0));
    if (newer.length > 0) await follow(index.addDocuments(newer.map(toStored)));
  }
}

/** Fills a new index beside the one that is searched, then lets them change places in one step. */
async function rebuild(
  connection: Connection,
  documents: readonly SearchDocument[],
  onProgress: (done: number) => void,
): Promise<void> {
  const { uid, writer } = connection;
  const next = `${uid}-next-${randomUUID()}`;
  await dropAbandoned(connection);
  await ensureIndex(connection, next);
  try {
    let done = 0;
    for (const batch of batchesOf(unique(documents))) {
      await follow(connection.index(next).addDocuments(batch.map(toStored)));
      done += batch.length;
      onProgress(done);
    }
    await follow(writer.swapIndexes([{ indexes: [uid, next], rename: false }]));
  } finally {
    // After the exchange these are the documents of before.
    await follow(writer.deleteIndex(next));
  }
}

/** A process that was killed while it rebuilt could not clear up. */
async function dropAbandoned({ uid, writer }: Connection): Promise<void> {
  const { results } = await writer.getRawIndexes({ limit: 1000 });
  for (const index of results) {
    const isOld = Date.now() - new Date(index.updatedAt).getTime() > ABANDONED;
    if (isOld && index.uid.startsWith(`${uid}-next-`)) await follow(writer.deleteIndex(index.uid));
  }
}
