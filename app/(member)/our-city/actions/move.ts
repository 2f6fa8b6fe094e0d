'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { explainRefusal } from '#app/request/form.ts';
import { explainError } from '#app/request/problem.ts';
import { editAddress, kindOfPlace, ownAddress } from '#components/writing/address.ts';
import { FRESH, type StepState } from '#components/writing/form-state.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
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

/** Takes a record one step along its way and shows where it is then; else why not, with what was written. */
export async function moveRecord(_before: StepState, data: FormData): Promise<StepState> {
  const context = await readerContext();
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = kindOfPlace(text('place'));
  const verb = VERBS.find((one) => one === text('verb'));
  let id: string;
  try {
    if (kind === null || verb === undefined) throw new SalingError('not-found');
    ({ id } = await move(context, { kind, verb, data }));
  } catch (error) {
    const explained = explainError(error, context.language);
    const errors = await explainFields(explained);
    const { title, detail } =
      error instanceof SalingError && error.params.reason === 'too-late'
        ? await explainRefusal(error, context)
        : explained;
    const values = { approval: [text('approval')], isAgreed: data.getAll('isAgreed').map(String) };
    return { ...FRESH, values, errors, failure: Object.keys(errors).length > 0 ? null : { title, detail } };
  }
  redirect(leadTo(kind, verb, id));
}

function move(context: Context, { kind, verb, data }: { kind: DraftKind; verb: Verb; data: FormData }) {
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
