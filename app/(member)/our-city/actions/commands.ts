import {
  confirmNeed,
  discardNeed,
  publishNeed,
  restoreNeed,
  reviseNeed,
  saveNeed,
  sendNeed,
  startNeed,
  takeBackNeed,
  withdrawNeed,
} from '#lib/needs/commands/writing.ts';
import {
  confirmPractice,
  discardPractice,
  publishPractice,
  restorePractice,
  revisePractice,
  savePractice,
  sendPractice,
  startPractice,
  takeBackPractice,
  withdrawPractice,
} from '#lib/practices/commands/writing.ts';

/** The commands of each kind of record under one name each. */
export const COMMANDS = {
  practice: {
    start: startPractice,
    save: savePractice,
    revise: revisePractice,
    send: sendPractice,
    'take-back': takeBackPractice,
    publish: publishPractice,
    discard: discardPractice,
    withdraw: withdrawPractice,
    restore: restorePractice,
    confirm: confirmPractice,
  },
  need: {
    start: startNeed,
    save: saveNeed,
    revise: reviseNeed,
    send: sendNeed,
    'take-back': takeBackNeed,
    publish: publishNeed,
    discard: discardNeed,
    withdraw: withdrawNeed,
    restore: restoreNeed,
    confirm: confirmNeed,
  },
} as const;
