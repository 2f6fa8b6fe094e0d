import { Command, Option } from 'commander';
import { FORUMS, type Forum } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { appointFirstOfficer } from '#lib/identity/commands/bootstrap.ts';
import { ensureOrganisations } from '#lib/identity/commands/organisations.ts';
import { BOOTSTRAP_MINUTES } from '#lib/identity/contract.ts';
import { linkHash } from '#lib/identity/gateway.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken } from '#lib/platform/secret.ts';
import { print, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { email: string; forum: Forum; name: string };

/** `saling bootstrap`: the first officer of a secretariat on a new installation, and her link. */
export function bootstrapCommand(runtime: Runtime): Command {
  return new Command('bootstrap')
    .description(
      'appoint the first officer of a secretariat on a new installation, and print one link for her',
    )
    .requiredOption('--email <address>', 'her address at the office')
    .addOption(new Option('--forum <forum>', 'whose secretariat').choices([...FORUMS]).default('AGMF'))
    .option('--name <name>', 'as she writes it', 'Secretariat')
    .action(async ({ email, forum, name }: Options) => {
      const { databaseUrl, publicUrl, host, port } = env();
      if (databaseUrl === undefined) {
        throw new StartError('A trial copy needs no first officer: sit down at a desk at /try.');
      }
      await runtime.withDatabase(async () => {
        const token = newToken();
        await ensureOrganisations(jobContext('cli'), newId(), { hasSamples: false });
        await appointFirstOfficer(jobContext('cli'), newId(), {
          email,
          forum,
          name,
          fromOn: new Date().toISOString().slice(0, 10),
          linkHash: linkHash(token),
        }).catch((error: unknown) => {
          throw explain(error);
        });
        const site = (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '');
        print(`${site}/sign-in/link?token=${token}`);
        say(`Opens one session, within ${BOOTSTRAP_MINUTES} minutes. After that: ${site}/sign-in`);
      });
    });
}

function explain(error: unknown): unknown {
  if (!(error instanceof SalingError)) return error;
  switch (error.code) {
    case 'conflict':
      return new StartError(
        'There is an officer already: she invites others to her secretariat, and signs in at /sign-in.',
        error,
      );
    case 'invalid':
      return new StartError('--email must be one e-mail address.', error);
    default:
      return error;
  }
}
