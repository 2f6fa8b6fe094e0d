import type { Waiting } from '#components/ourcity/what-waits.tsx';
import type { Draft, DraftRights, OwnRecord } from '#lib/drafts/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

/** After this many days a city is asked whether a record is still right. */
const HALF_YEAR_DAYS = 182;
const DAY = 86_400_000;

type Given = { drafts: Draft[]; records: OwnRecord[]; rights: DraftRights; now: Date };

/** What waits for this reader, out of what is on record. */
export function waitingOf({ drafts, records, rights, now }: Given): Waiting[] {
  const own = records.filter((record) => record.isChangeable && record.state === 'published');
  const compiled = own.filter((record) => record.confirmedAt === null);
  return [
    ...drafts.map((draft) => ofDraft(draft, rights)),
    ...own.flatMap((record) => toConfirm(record, now)),
    ...(compiled.length > 0
      ? [{ what: 'compiled' as const, count: compiled.length, since: now.toISOString() }]
      : []),
  ];
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
