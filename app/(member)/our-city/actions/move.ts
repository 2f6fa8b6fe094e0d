'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainRefusal } from '#app/request/form.ts';
import { explainError } from '#app/request/problem.ts';
import { cityOffice, explainFile, keepSent, sentFile } from '#app/request/sent-file.ts';
import { editAddress, kindOfPlace, ownAddress } from '#components/writing/address.ts';
import { FRESH, type StepState } from '#components/writing/form-state.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { newId } from '#lib/platform/ids.ts';
import { COMMANDS } from './commands.ts';
import { explainFields } from './explain.ts';

const VERBS = [
  'send',
  'take-back',
  'publish',
  'unpublish',
  'discard',
  'withdraw',
  'restore',
  'confirm',
  'revise',
] as const;
type Verb = (typeof VERBS)[number];
/** Refusals that say more than the name of their kind. */
const IN_WORDS = ['too-late', 'published'];
/** A photo of the signed sheet that has arrived; empty where there is none. */
type Paper = { id: string; name: string };

/** Takes a record one step along its way and shows where it is then; else why not, with what was written. */
export async function moveRecord(_before: StepState, data: FormData): Promise<StepState> {
  const context = await readerContext();
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = kindOfPlace(text('place'));
  const verb = VERBS.find((one) => one === text('verb'));
  const paper: Paper = { id: text('approvalFileId'), name: text('approvalFileName') };
  let id: string;
  try {
    if (kind === null || verb === undefined) throw new SalingError('not-found');
    if (verb === 'publish') await keepSheet(context, data, paper);
    ({ id } = await move(context, { kind, verb, data, paper }));
  } catch (error) {
    const explained = explainError(error, context.language);
    const file = await explainFile(error, context);
    const errors = file === null ? await explainFields(explained) : { approvalFile: file };
    const { title, detail } =
      error instanceof SalingError && IN_WORDS.includes(String(error.params.reason))
        ? await explainRefusal(error, context)
        : explained;
    const values = {
      approval: [text('approval')],
      isAgreed: data.getAll('isAgreed').map(String),
      approvalFileId: [paper.id],
      approvalFileName: [paper.name],
    };
    return { ...FRESH, values, errors, failure: Object.keys(errors).length > 0 ? null : { title, detail } };
  }
  redirect(leadTo(kind, verb, id));
}

/** Keeps the photo of the signed sheet, whatever else is still missing: it need not be sent twice. */
async function keepSheet(context: Context, data: FormData, paper: Paper): Promise<void> {
  const file = sentFile(data, 'approvalFile');
  if (file === null || context.actor.kind !== 'person') return;
  const kept = await keepSent(context, newId(), cityOffice(context.actor), file);
  paper.id = kept.id;
  paper.name = kept.name;
}

type Move = { kind: DraftKind; verb: Verb; data: FormData; paper: Paper };

function move(context: Context, { kind, verb, data, paper }: Move) {
  const text = (name: string) => String(data.get(name) ?? '');
  const commands = COMMANDS[kind];
  const commandId = text('commandId');
  const id = text('id');
  switch (verb) {
    case 'send':
      return commands.send(context, commandId, { id, version: text('version') });
    case 'publish':
      return commands.publish(context, commandId, {
        id,
        version: text('version'),
        isAgreed: data.has('isAgreed'),
        approval: text('approval'),
        ...(paper.id === '' ? {} : { approvalFileId: paper.id }),
      });
    default:
      return commands[verb](context, commandId, { id });
  }
}

function leadTo(kind: DraftKind, verb: Verb, id: string): string {
  if (verb === 'revise') return editAddress(kind, id);
  if (verb === 'discard') return '/our-city?done=discard';
  return `${ownAddress(kind, id)}?done=${verb}`;
}
