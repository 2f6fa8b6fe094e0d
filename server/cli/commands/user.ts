import { Command, Option } from 'commander';
import { ROLES, type Role } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { newId } from '#lib/platform/ids.ts';
import { printJson, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { email: string; office: string; role: Role; name?: string; json?: boolean };

const SAID = {
  made: 'The invitation is on its way.',
  open: 'This address is invited already: nothing was sent.',
  held: 'This address has the role already: nothing was sent.',
};

/** `saling user invite`: what a secretariat does on its desk, for whoever sets the system up. */
export function userCommand(runtime: Runtime): Command {
  const invite = new Command('invite')
    .description('invite somebody to act for an office, by mail')
    .requiredOption('--email <address>', 'the address that the invitation is bound to')
    .requiredOption('--office <office>', 'city:SLUG, agmf, mgmac, chair or observer:NAME')
    .addOption(
      new Option('--role <role>', 'what the person is to be').choices([...ROLES]).makeOptionMandatory(),
    )
    .option('--name <name>', 'as far as it is known')
    .option('--json', 'as JSON: { id, state }')
    .action((options: Options) =>
      runtime.withDatabase(async (database) => {
        const { email, office, role, name } = options;
        const input = { email, office, role, ...(name === undefined ? {} : { name }) };
        const offered = await inviteToOffice(jobContext('cli'), newId(), input).catch(explain);
        await runtime.withWorker(database, (worker) => worker.drain());
        if (options.json === true) printJson(offered);
        else say(SAID[offered.state]);
      }),
    );
  return new Command('user').description('people who act for offices').addCommand(invite);
}

/** One line for what a person can have written wrongly. */
export function explain(error: unknown): never {
  if (!(error instanceof SalingError)) throw error;
  const [problem] = error.errors;
  if (error.code === 'not-found') throw new StartError('There is no such office.', error);
  if (error.code === 'conflict') {
    throw new StartError('Another person has this role: end that appointment first.', error);
  }
  if (problem === undefined) throw error;
  if (problem.code === 'former-city') {
    throw new StartError(
      'This city has ceased to be a local government: nobody is asked to act for it.',
      error,
    );
  }
  const what: Record<string, string> = {
    '/email': 'is no e-mail address',
    '/office': 'names no office: write city:SLUG, agmf, mgmac, chair or observer:NAME',
    '/role': 'is no role that such an office gives',
    '/fromOn': 'is no day: write 2026-12-31',
    '/toOn': 'is no day, or lies before the first: write 2026-12-31',
    '/name': 'is empty or too long',
  };
  throw new StartError(`${problem.pointer.slice(1)} ${what[problem.pointer] ?? 'cannot be used'}.`, error);
}
