import type { IncomingMessage } from 'node:http';

/** React names the hidden fields of a form that asks for a server action so. */
const ACTION_FIELD = 'name="$ACTION_';

/** The last argument that an action of ours uses is what a form holds; scripts name it so. */
const FORM_ARGUMENT = /^\$K[0-9a-f]+$/;
const ACTION_ID = /^[0-9a-f]{42}$/;
const MOST_ARGUMENTS = 6;

/**
 * Why what is sent to a page cannot be one of its forms, or undefined when it may: Next answers other forms as if the
 * page had been read, and calls that it cannot read with an error.
 * @param isLarge a form with a file is too large to be looked through first
 */
export async function refuseForm(
  request: IncomingMessage,
  isLarge: boolean,
): Promise<'method-not-allowed' | 'broken-form' | undefined> {
  const type = request.headers['content-type'] ?? '';
  const isMultipart = /^multipart\/form-data\s*;/i.test(type);
  const id = request.headers['next-action'];
  // Sent by scripts of the page; Next refuses an action that it does not know.
  if (id) {
    const isCall = isMultipart || /^text\/plain\s*(?:;|$)/i.test(type);
    if (!isCall || !ACTION_ID.test(String(id))) return 'broken-form';
    if (isLarge && isMultipart) return undefined;
    return holdsArguments(await readAhead(request), isMultipart, String(id)) ? undefined : 'broken-form';
  }
  if (!isMultipart) return 'method-not-allowed';
  return isLarge || (await readAhead(request)).includes(ACTION_FIELD) ? undefined : 'method-not-allowed';
}

/** The arguments are a list, which stands in the field 0 where a form comes along. */
function holdsArguments(body: Buffer, isMultipart: boolean, id: string): boolean {
  const text = body.toString('latin1');
  const field = isMultipart ? /name="0"\r\n\r\n([^\r]*)\r\n--/.exec(text)?.[1] : text;
  try {
    const list: unknown = JSON.parse(field ?? '');
    const place = placeOfForm(id);
    if (!Array.isArray(list) || list.length > MOST_ARGUMENTS) return false;
    return place < 0 || FORM_ARGUMENT.test(String(list[place]));
  } catch {
    return false;
  }
}

/** The last argument that the action uses: Next writes which of the first six into the first byte of its name. */
function placeOfForm(id: string): number {
  const used = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  return used === 0 ? -1 : MOST_ARGUMENTS - 1 - Math.log2(used & -used);
}

/**
 * The body, which stays to be read again; it must be small. Never rejects: who reads it next meets the same failure.
 */
async function readAhead(request: IncomingMessage): Promise<Buffer> {
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
  return body;
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
