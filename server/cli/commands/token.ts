import { Command, InvalidArgumentError, Option } from 'commander';
import { TOKEN_SCOPES, type TokenScope } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { createToken } from '#lib/identity/commands/tokens.ts';
import { MAX_TOKEN_DAYS } from '#lib/identity/contract.ts';
import { newId } from '#lib/platform/ids.ts';
import { newToken, tokenHash } from '#lib/platform/secret.ts';
import { print, printJson, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';

type Options = { email: string; scope: TokenScope[]; name: string; days: number; json?: boolean };

/** `saling token create`: a token for `Authorization: Bearer`, printed once. */
export function tokenCommand(runtime: Runtime): Command {
  const create = new Command('create')
    .description('make a token that a program sends as Authorization: Bearer')
    .requiredOption('--email <address>', 'whose rights it has')
    .addOption(
      new Option('--scope <scope...>', 'read, or write as well').choices([...TOKEN_SCOPES]).default(['read']),
    )
    .option('--name <name>', 'what it is for', 'command line')
    .option('--days <number>', 'days until it expires', toDays, 90)
    .option('--json', 'as JSON: { token, scopes, days }')
    .action((options: Options) =>
      runtime.withDatabase(async () => {
        const token = newToken();
        const { email, scope: scopes, name, days } = options;
        await createToken(jobContext('cli'), newId(), {
          email,
          name,
          scopes,
          days,
          tokenHash: tokenHash(token),
        }).catch((error: unknown) => {
          const isRefusal = error instanceof SalingError && ['not-found', 'invalid'].includes(error.code);
          throw isRefusal ? new StartError(`Nobody is known under "${email.slice(0, 80)}".`, error) : error;
        });
        if (options.json === true) printJson({ token, scopes, days });
        else {
          print(token);
          say('Keep it safe: it is shown only now.');
        }
      }),
    );
  return new Command('token').description('tokens for programs').addCommand(create);
}

function toDays(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MAX_TOKEN_DAYS) throw new InvalidArgumentError(`must be 1 to ${MAX_TOKEN_DAYS}.`);
  return days;
}
