import { dateOf, turnOf } from '#components/exchanges/next.ts';
import type { Waiting } from '#components/ourcity/what-waits.tsx';
import type { OwnCorrection } from '#lib/corrections/contract.ts';
import type { Draft, DraftRights, OwnRecord } from '#lib/drafts/contract.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import type { OfficePage } from '#lib/identity/queries/offices.ts';
import type { LocalText } from '#lib/platform/language.ts';

/** After this many days a city is asked whether a record is still right. */
const HALF_YEAR_DAYS = 182;
const DAY = 86_400_000;

/** `unseen`: things that public sources say and nobody has looked at. */
type Given = {
  drafts: Draft[];
  records: OwnRecord[];
  unseen: number;
  requests: OwnCorrection[];
  exchanges: ExchangeCard[];
  cityName: string;
  rights: DraftRights;
  office: OfficePage;
  now: Date;
};

/** What waits for this reader, out of what is on record. */
export function waitingOf(given: Given): Waiting[] {
  const { drafts, records, unseen, requests, exchanges, rights, now } = given;
  const own = records.filter((record) => record.isChangeable && record.state === 'published');
  return [
    ...exchanges.filter((one) => turnOf(one) === 'ours').map(ofExchange),
    ...drafts.map((draft) => ofDraft(draft, rights)),
    ...requests.filter(({ answer }) => answer === null).map((request) => ofRequest(request, given)),
    ...own.flatMap((record) => toConfirm(record, now)),
    ...ofOffice(given),
    ...(unseen > 0 ? [{ what: 'compiled' as const, count: unseen, since: now.toISOString() }] : []),
  ];
}

const ofExchange = (exchange: ExchangeCard): Waiting => ({
  what: 'exchange',
  id: exchange.id,
  exchange,
  since: dateOf(exchange),
});

/** A focal point to be named by who may, and the people whom the reader confirms. */
function ofOffice({ office: { people, roles, invitations }, now }: Given): Waiting[] {
  const isNamed =
    people.some(({ role, state }) => role === 'focal-point' && state !== 'ended') ||
    invitations.some(({ role, state }) => role === 'focal-point' && state === 'open');
  const named = people.filter(({ state, may }) => state === 'named' && may.confirm);
  return [
    ...(!isNamed && roles.includes('focal-point')
      ? [{ what: 'name' as const, since: now.toISOString() }]
      : []),
    ...named.map(({ appointmentId: id, name, role, fromOn: since }) => ({
      what: 'person' as const,
      id,
      name,
      role,
      since,
    })),
  ];
}

const LONG = 200;

function ofRequest(request: OwnCorrection, { records, cityName }: Given): Waiting {
  const { id, message, askedAt: since } = request;
  const short = message.length > LONG ? `${message.slice(0, LONG).toWellFormed()}…` : message;
  return { what: 'correction', id, title: titleOfRequest(request, records, cityName), message: short, since };
}

/** The record that a request is about, by its title; its key where it is not there any more. */
export function titleOfRequest(
  { recordKind, recordKey }: OwnCorrection,
  records: readonly OwnRecord[],
  cityName: string,
): LocalText {
  const plain = (text: string): LocalText => ({ text, language: 'en', isUncheckedTranslation: false });
  if (recordKind === 'city') return plain(cityName);
  const record = records.find(({ kind, id }) => kind === recordKind && id === recordKey);
  return record?.title ?? plain(recordKey);
}

function ofDraft(draft: Draft, rights: DraftRights): Waiting {
  const { kind, id, language, content } = draft;
  const title: LocalText = { text: String(content.title ?? '—'), language, isUncheckedTranslation: false };
  if (draft.state === 'draft') return { what: 'draft', kind, id, title, since: draft.savedAt };
  const isForMe = rights.isHead && !draft.isSentByMe;
  const since = draft.sentAt ?? draft.savedAt;
  return { what: isForMe ? 'approve' : 'with-office', kind, id, title, since };
}

function toConfirm({ kind, id, title, confirmedAt }: OwnRecord, now: Date): Waiting[] {
  if (confirmedAt === null) return [];
  const due = new Date(Date.parse(confirmedAt) + HALF_YEAR_DAYS * DAY);
  return due <= now ? [{ what: 'confirm', kind, id, title, since: due.toISOString() }] : [];
}
