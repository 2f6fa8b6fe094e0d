import { io } from 'socket.io-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { uploadFile } from '#lib/files/commands.ts';
import { type Answer, COLUMNS, type Column } from '#lib/identity/permissions/columns.ts';
import { PERMISSIONS, type Row } from '#lib/identity/permissions/table.ts';
import { newId } from '#lib/platform/ids.ts';
import { startPractice } from '#lib/practices/commands/writing.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { ask } from '#tests/support/raw-request.ts';
import { siteUrl } from '#tests/support/server.ts';
import { atSite } from '#tests/support/site-people.ts';
import { addressOf, addSample, DRAFT_TITLE, payloadOf } from './addresses.ts';
import { type Caller, callers, contextOf, OWN_CITY } from './people.ts';

let base: string;
let people: Record<Column, Caller>;
beforeAll(async () => {
  base = await siteUrl();
  people = await atSite(async () => {
    const all = await callers();
    const { actor } = all['own-focal-point'];
    const input = { citySlug: OWN_CITY, language: 'en', title: DRAFT_TITLE } as const;
    await startPractice(contextOf(actor), newId(), input);
    return all;
  });
  addSample('/files/', '[id]', await atSite(ownFile));
  addSample('/our-city/import/', '[id]', await atSite(ownImport));
  addSample('/exchanges/', '[id]', await atSite(ownExchange));
});

/** A letter that only the own office has uploaded. */
async function ownFile(): Promise<string> {
  const { actor } = people['own-staff'];
  const organisationId = actor.kind === 'person' ? (actor.appointments[0]?.organisationId ?? '') : '';
  const file = { organisationId, name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') };
  return (await uploadFile(contextOf(actor), newId(), file)).id;
}

/** A table of practices that only the own office has sent. */
async function ownImport(): Promise<string> {
  const bytes = Buffer.from('language,title,summary\nen,A title,What was done');
  const given = { citySlug: OWN_CITY, bytes };
  return (await checkFile(contextOf(people['own-staff'].actor), newId(), given)).id;
}

/** A question of the own city to one that nobody of the table acts for. */
async function ownExchange(): Promise<string> {
  const asks = { citySlug: OWN_CITY, otherSlug: 'surabaya', size: 'question' as const, question: 'How?' };
  return (await askExchange(contextOf(people['own-focal-point'].actor), newId(), asks)).id;
}

const rowsOf = (kind: Row['kind']) =>
  PERMISSIONS.filter((row) => row.kind === kind).map((row) => [row.id, row] as const);

/** All cells of a row at once, so that a wrong row is seen whole. */
async function answers(probe: (caller: Caller) => Promise<Answer>): Promise<Record<string, Answer>> {
  const found: Record<string, Answer> = {};
  for (const column of COLUMNS) found[column] = await probe(people[column]);
  return found;
}

function meaning(status: number): Answer {
  if (status === 404) return 'hidden';
  // To the page that asks to sign in.
  if (status === 401 || status === 403 || status === 303 || status === 307) return 'no';
  if (status === 200) return 'yes';
  throw new Error(`the answer ${status} means nothing`);
}

describe('pages', () => {
  it.each(rowsOf('page'))('%s', async (id, row) => {
    const seen = await answers(async ({ session }) => {
      const headers: Record<string, string> = session === '' ? {} : { cookie: `saling-session=${session}` };
      return meaning((await ask(base, { target: addressOf(id, people), headers })).status);
    });
    expect(seen).toEqual(row.cells);
  });
});

describe('API', () => {
  it.each(rowsOf('api'))('%s', async (id, row) => {
    const seen = await answers(async ({ bearer }) => {
      const headers: Record<string, string> = bearer === '' ? {} : { authorization: `Bearer ${bearer}` };
      return meaning((await ask(base, { target: addressOf(id, people), headers })).status);
    });
    expect(seen).toEqual(row.cells);
  });
});

describe('socket events', () => {
  it.each(rowsOf('event'))('%s', async (id, row) => {
    const seen = await answers(async ({ session }) => {
      const socket = io(base, {
        path: '/realtime',
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: session === '' ? {} : { cookie: `saling-session=${session}` },
      });
      try {
        const answer = await socket.timeout(10_000).emitWithAck(id, payloadOf(id));
        if (answer.ok) return 'yes';
        return answer.problem.code === 'not-found' ? 'hidden' : 'no';
      } finally {
        socket.close();
      }
    });
    expect(seen).toEqual(row.cells);
  });
});
