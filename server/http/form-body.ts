import type { IncomingMessage } from 'node:http';

/** React names the hidden fields of a form that asks for a server action so. */
const ACTION_FIELD = 'name="$ACTION_';

/** Whether what is sent to a page is a form of ours; undefined where only the body can tell. */
export function isFormByHeaders({ headers }: IncomingMessage): boolean | undefined {
  // Sent by scripts of the page; Next refuses an action that it does not know.
  if (headers['next-action'] !== undefined) return true;
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '') ? undefined : false;
}

/**
 * Whether the body holds what asks for a server action: Next answers other forms as if the page had been read. The
 * body stays to be read again; it must be small. Never rejects: who reads it next meets the same failure.
 */
export async function holdsAction(request: IncomingMessage): Promise<boolean> {
  const chunks: Buffer[] = [];
  const length = Number(request.headers['content-length'] ?? 0);
  let read = 0;
  while (read < length) {
    const chunk: Buffer | null = request.read();
    if (chunk === null) {
      if (request.destroyed || request.readableEnded || !(await isMore(request))) break;
      continue;
    }
    chunks.push(chunk);
    read += chunk.length;
  }
  const body = Buffer.concat(chunks);
  // In the same turn as the last read: once the end was told, nothing can be put back.
  if (body.length > 0 && !request.destroyed) request.unshift(body);
  return body.includes(ACTION_FIELD);
}

/** Waits until there is something to read. @returns whether there may be */
function isMore(request: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const listeners = { readable: () => done(true), end: () => done(false), close: () => done(false) };
    const fail = () => done(false);
    const done = (isReadable: boolean): void => {
      for (const [event, listener] of Object.entries(listeners)) request.off(event, listener);
      request.off('error', fail);
      resolve(isReadable);
    };
    for (const [event, listener] of Object.entries(listeners)) request.on(event, listener);
    request.on('error', fail);
  });
}
