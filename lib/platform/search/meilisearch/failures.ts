import { MeilisearchApiError, MeilisearchRequestError, MeilisearchTaskTimeOutError } from 'meilisearch';
import { SearchUnavailable } from '#lib/platform/search/engine.ts';
import type { Connection } from './connection.ts';

/** A task that Meilisearch accepted ended otherwise than well. */
export class TaskFailed extends Error {
  override name = 'TaskFailed';
}

/** Everything that goes wrong with Meilisearch is one thing to callers. @throws SearchUnavailable */
export async function guard<Result>(
  connection: Pick<Connection, 'host' | 'uid'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const line = explain(connection, error);
    // The client's errors carry the request, with the words that somebody searched: our line says what is needed.
    throw line === undefined
      ? new SearchUnavailable(`Meilisearch at ${connection.host} could not be used`, { cause: error })
      : new SearchUnavailable(line);
  }
}

/** Whether the index that was asked for does not exist. */
export function isMissingIndex(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';
}

/** What happened and what to do, in one line without key or question; undefined for what we did not foresee. */
function explain({ host, uid }: Pick<Connection, 'host' | 'uid'>, error: unknown): string | undefined {
  if (error instanceof TaskFailed) return `Meilisearch at ${host}: ${error.message}`;
  if (error instanceof MeilisearchTaskTimeOutError) {
    return `Meilisearch at ${host} did not finish a task in time: look at its queue`;
  }
  if (error instanceof MeilisearchRequestError) return `No Meilisearch answers at ${host}${reasonOf(error)}`;
  // A proxy before it that answers with a page.
  if (error instanceof SyntaxError) return `What answers at ${host} is not Meilisearch`;
  if (!(error instanceof MeilisearchApiError)) return undefined;
  const { status } = error.response;
  if (status === 401 || status === 403) return `Meilisearch at ${host} refuses the key of MEILI_KEY`;
  if (isMissingIndex(error)) {
    return `Meilisearch at ${host} has no index ${uid}: build it with "saling reindex"`;
  }
  // The exchange of two indexes is shown only to keys of all indexes.
  if (error.cause?.code === 'task_not_found') {
    return `Meilisearch at ${host} hides a task from the key of MEILI_KEY: let it use all indexes ("*")`;
  }
  return `Meilisearch at ${host} refuses: ${error.cause?.code ?? 'no reason given'} (status ${status})`;
}

function reasonOf(error: Error): string {
  for (let inner: unknown = error.cause; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') return ` (${inner.code})`;
    if (inner.name === 'MeilisearchRequestTimeOutError') return ' in time';
  }
  return '';
}
