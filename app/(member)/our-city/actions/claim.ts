'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { answerMissing, answerRefused } from '#app/request/found.ts';
import { CLAIM_ADDRESS } from '#components/claim/items.ts';
import { editAddress } from '#components/writing/address.ts';
import { SalingError } from '#lib/core/errors.ts';
import { DRAFT_KINDS } from '#lib/drafts/contract.ts';
import { unclaimNeed } from '#lib/needs/commands/writing.ts';
import { unclaimPractice } from '#lib/practices/commands/writing.ts';
import { COMMANDS } from './commands.ts';

const UNCLAIM = { practice: unclaimPractice, need: unclaimNeed };
const VERBS = ['confirm', 'withdraw', 'restore', 'unclaim', 'revise'] as const;
const DONE = {
  confirm: 'confirmed',
  withdraw: 'removed',
  restore: 'undone',
  unclaim: 'undone',
  revise: 'corrected',
};

/** What the city says to a compiled practice or need; says so where somebody was quicker. */
export async function claimRecord(data: FormData): Promise<void> {
  const context = await readerContext();
  if (context.actor.kind !== 'person') redirect('/sign-in?to=%2Four-city%2Fclaim');
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = DRAFT_KINDS.find((one) => one === text('kind'));
  const verb = VERBS.find((one) => one === text('verb'));
  if (kind === undefined || verb === undefined) return answerMissing();
  const id = text('id');
  const command = verb === 'unclaim' ? UNCLAIM[kind] : COMMANDS[kind][verb];
  let done = DONE[verb];
  try {
    await command(context, text('commandId'), { id });
  } catch (error) {
    if (!(error instanceof SalingError) || error.code !== 'conflict') return answerRefused(error);
    done = 'changed-meanwhile';
  }
  if (done === 'corrected') redirect(editAddress(kind, id));
  redirect(`${CLAIM_ADDRESS}?done=${done}&kind=${kind}&id=${encodeURIComponent(id)}`);
}
