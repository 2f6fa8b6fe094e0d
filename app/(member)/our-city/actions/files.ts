'use server';

import { notFound, redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainError } from '#app/request/problem.ts';
import { cityOffice, explainFile, keepSent, sentFile } from '#app/request/sent-file.ts';
import { editAddress, kindOfPlace, ownAddress } from '#components/writing/address.ts';
import {
  type Entry,
  type FilesState,
  mergeTyped,
  moved,
  type Removed,
  typedEntries,
  withTyped,
} from '#components/writing/files-state.ts';
import { stepAfter } from '#components/writing/steps.ts';
import { getTranslations } from '#i18n/words.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { getDraft } from '#lib/drafts/queries.ts';
import { MAX_ATTACHMENTS, MAX_CAPTION } from '#lib/files/contract.ts';
import { entriesOf } from '#lib/files/rules.ts';
import { newId } from '#lib/platform/ids.ts';
import { COMMANDS } from './commands.ts';
import { filesStateOf } from './files-state.ts';

type Sent = { context: Context; kind: DraftKind; id: string; data: FormData };
type Did = { entries: Entry[]; done: string | null; removed: Removed | null };
const AGAIN = 3;

/** One of the buttons of the form: adds, moves, removes, brings back, or saves and leads on. */
export async function saveFiles(before: FilesState, data: FormData): Promise<FilesState> {
  const context = await readerContext();
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = kindOfPlace(text('place'));
  if (kind === null) notFound();
  const typed = typedEntries(data);
  const shown = (state: FilesState): FilesState => ({ ...state, items: withTyped(state.items, typed) });
  const fallback = shown({ ...before, errors: {}, failure: null, done: null });
  const sent: Sent = { context, kind, id: text('id'), data };
  let state: FilesState;
  try {
    const clash = await clashOf(sent, typed);
    if (clash !== null) return shown({ ...(await filesStateOf(context, sent)), failure: clash });
    const did = await save(sent, typed);
    state = { ...(await filesStateOf(context, sent)), done: did.done, removed: did.removed };
  } catch (error) {
    return { ...fallback, ...(await refusal(error, context, before)) };
  }
  if (text('do') !== 'save' || state.done !== null) return state;
  const errors = await missingWords(state);
  if (Object.keys(errors).length > 0) return { ...state, errors };
  const next = stepAfter(kind, 'files');
  redirect(next === undefined ? ownAddress(kind, sent.id) : editAddress(kind, sent.id, next.key));
}

/** Texts that both the writer and somebody else have changed: she meets them before anything is saved. */
async function clashOf({ context, kind, id, data }: Sent, typed: Entry[]) {
  const current = entriesOf((await getDraft(context, { kind, id })).content);
  const { clashes } = mergeTyped({ served: servedIn(data), typed, current });
  if (clashes.length === 0) return null;
  const t = await getTranslations('files');
  const texts = clashes.map((text) => `“${text}”`).join(', ');
  return { title: t('clashTitle'), detail: t('clashText', { texts }) };
}

/** Saves on top of what is there now; somebody who was quicker is no reason to press again. */
async function save(sent: Sent, typed: Entry[]): Promise<Did> {
  const { context, kind, id, data } = sent;
  const added = await addedFile(sent);
  for (let attempt = 1; ; attempt += 1) {
    const draft = await getDraft(context, { kind, id });
    const current = entriesOf(draft.content);
    const { entries } = mergeTyped({ served: servedIn(data), typed, current });
    const did = await doOne(data, entries, added);
    const fields = { attachments: did.entries };
    try {
      await COMMANDS[kind].save(context, newId(), { id, version: draft.version, fields });
      return did;
    } catch (error) {
      const isRace =
        error instanceof SalingError && error.code === 'conflict' && error.params.version !== undefined;
      if (!isRace || attempt >= AGAIN) throw error;
    }
  }
}

/** The file that was sent ahead by a script, or the one in the form; null where the button asks for none. */
async function addedFile({ context, data }: Sent): Promise<string | null> {
  const verb = String(data.get('do') ?? '');
  if (verb !== 'add' && verb !== 'save') return null;
  const uploaded = data.get('uploaded');
  if (typeof uploaded === 'string') return uploaded;
  const file = sentFile(data, 'photo', 'file');
  if (file === null || context.actor.kind !== 'person') {
    if (verb === 'add')
      throw new SalingError('invalid', { errors: [{ pointer: '/file', code: 'required' }] });
    return null;
  }
  return (await keepSent(context, String(data.get('commandId') ?? ''), cityOffice(context.actor), file)).id;
}

async function doOne(data: FormData, entries: Entry[], added: string | null): Promise<Did> {
  const t = await getTranslations('files.done');
  if (added !== null) {
    if (entries.some(({ fileId }) => fileId === added)) return { entries, done: t('added'), removed: null };
    if (entries.length >= MAX_ATTACHMENTS) {
      throw new SalingError('invalid', { errors: [{ pointer: '/attachments', code: 'too-big' }] });
    }
    const entry = { fileId: added, caption: '', alt: '' };
    return { entries: [...entries, entry], done: t('added'), removed: null };
  }
  const [verb = '', fileId = ''] = String(data.get('do') ?? '').split(':');
  if (verb === 'up' || verb === 'down') {
    return { entries: moved(entries, fileId, verb === 'up' ? -1 : 1), done: t('moved'), removed: null };
  }
  if (verb === 'undo') {
    const removed = removedIn(data);
    if (removed === null) return { entries, done: null, removed: null };
    const { place, name: _name, ...entry } = removed;
    const others = entries.filter((one) => one.fileId !== entry.fileId);
    return { entries: others.toSpliced(place, 0, entry), done: t('restored'), removed: null };
  }
  const place = entries.findIndex((entry) => entry.fileId === fileId);
  const entry = entries[place];
  if (verb !== 'remove' || entry === undefined) return { entries, done: null, removed: null };
  const name = String(data.get(`name-${fileId}`) ?? '');
  return {
    entries: entries.toSpliced(place, 1),
    done: t('removed', { name }),
    removed: { ...entry, place, name },
  };
}

/** Of each photo somebody says what is to be seen, before she goes on. */
async function missingWords({ items }: FilesState): Promise<Record<string, string>> {
  const t = await getTranslations('files.error');
  const silent = items.filter(({ width, alt }) => width !== null && alt === '');
  return Object.fromEntries(silent.map(({ fileId }) => [`alt-${fileId}`, t('alt.required')]));
}

async function refusal(error: unknown, context: Context, before: FilesState): Promise<Partial<FilesState>> {
  const t = await getTranslations('files.error');
  const w = await getTranslations('writing');
  const file = await explainFile(error, context);
  if (
    error instanceof SalingError &&
    error.errors[0]?.pointer === '/file' &&
    error.errors[0].code === 'required'
  ) {
    return { errors: { file: t('file.required') } };
  }
  if (file !== null) return { errors: { file } };
  if (context.actor.kind !== 'person') {
    return { failure: { title: w('signedOutTitle'), detail: w('signedOutText') } };
  }
  const { title, detail, errors: problems } = explainError(error, context.language);
  const errors: Record<string, string> = {};
  for (const { pointer } of problems) {
    const [, , place, field] = pointer.split('/');
    const entry = before.items[Number(place)];
    if (entry !== undefined && (field === 'alt' || field === 'caption')) {
      errors[`${field}-${entry.fileId}`] = t(`${field}.too-big`, { most: MAX_CAPTION });
    } else errors.file = t('file.too-many-here', { most: MAX_ATTACHMENTS });
  }
  return Object.keys(errors).length > 0 ? { errors } : { failure: { title, detail } };
}

function servedIn(data: FormData): Entry[] {
  const value = parsed(data.get('served'));
  return Array.isArray(value) ? (value as Entry[]) : [];
}

function removedIn(data: FormData): Removed | null {
  return parsed(data.get('removed')) as Removed | null;
}

/** What the form has carried along; nonsense in it harms nobody: commands check what is saved. */
function parsed(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : 'null');
  } catch {
    return null;
  }
}
