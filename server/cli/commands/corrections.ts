import { Command } from 'commander';
import { jobContext } from '#lib/core/context.ts';
import type { Correction } from '#lib/corrections/contract.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import { print, printJson, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';

/** `saling corrections`: what readers asked to correct or remove, the oldest first. */
export function correctionsCommand(runtime: Runtime): Command {
  return new Command('corrections')
    .description('list the requests to correct or remove a record that are still open')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) =>
      runtime.withDatabase(async () => {
        const corrections = await listCorrections(jobContext('cli'));
        if (options.json === true) printJson(corrections);
        else if (corrections.length === 0) say('No request is open.');
        else print(corrections.map(describe).join('\n\n'));
      }),
    );
}

function describe(correction: Correction): string {
  const from = [correction.office, correction.email].filter((part) => part !== null).join(', ');
  return [
    `${correction.askedAt.slice(0, 10)}  ${correction.wish} of ${correction.recordKind} ${correction.recordKey}${correction.isTrial ? ' (asked on this trial copy)' : ''}`,
    ...(from === '' ? [] : [`from ${withoutControls(from)}`]),
    // Set in, so that no line of it passes for the head of another request.
    withoutControls(correction.message).replace(/^/gm, '  '),
  ].join('\n');
}

/** A stranger's text must not steer the terminal, nor turn the direction of its line. */
function withoutControls(text: string): string {
  return text.replace(/[[\p{Cc}\p{Bidi_Control}]--\n]/gv, '');
}
