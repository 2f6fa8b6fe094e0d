import { Command, Option } from 'commander';
import type { Role } from '#lib/core/actor.ts';
import { jobContext } from '#lib/core/context.ts';
import { withActor } from '#lib/core/transaction.ts';
import { appointDirectly } from '#lib/identity/commands/appoint.ts';
import { ROLES_AT } from '#lib/identity/contract.ts';
import { officeReference } from '#lib/identity/rules.ts';
import { selectOffice, selectToday } from '#lib/identity/store/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { printJson, say } from '#server/cli/output.ts';
import type { Runtime } from '#server/cli/runtime.ts';
import { StartError } from '#server/startup/start-error.ts';
import { explain } from './user.ts';

type Options = {
  email: string;
  role: Role;
  name?: string;
  letter?: string;
  from?: string;
  to?: string;
  json?: boolean;
};
const context = jobContext('cli');

/** `saling city appoint CITY`: appoints at once, without invitation; for setting up and for help by telephone. */
export function cityCommand(runtime: Runtime): Command {
  const appoint = new Command('appoint')
    .description('appoint somebody at the office of a city, at once')
    .argument('<city>', 'slug of the city, as in its address')
    .requiredOption('--email <address>', 'with which the person signs in')
    .addOption(
      new Option('--role <role>', 'what the person is')
        .choices([...ROLES_AT['city-office']])
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'as the person writes it; the address, where it is not given')
    .option('--letter <reference>', 'how the letter of appointment is filed')
    .option('--from <day>', 'first day, 2026-12-31; today, where it is not given')
    .option('--to <day>', 'last day')
    .option('--json', 'as JSON: { personId, appointmentId }')
    .action((slug: string, options: Options) =>
      runtime.withDatabase(async () => {
        const done = await appointNow(slug, options).catch(explain);
        if (options.json === true) printJson(done);
        else say('The appointment is confirmed: the person can sign in with this address.');
      }),
    );
  return new Command('city').description('people at the offices of cities').addCommand(appoint);
}

async function appointNow(slug: string, { email, role, name, letter, from, to }: Options) {
  const reference = officeReference(`city:${slug}`);
  const { office, today } = await withActor(context.actor, async (tx) => ({
    office: reference === null ? undefined : await selectOffice(tx, reference),
    today: await selectToday(tx),
  }));
  if (office === undefined) throw new StartError(`There is no city called "${slug.slice(0, 80)}".`);
  if (office.isFormer) {
    throw new StartError('This city has ceased to be a local government: nobody is asked to act for it.');
  }
  return appointDirectly(context, newId(), {
    organisationId: office.id,
    role,
    email,
    name: name ?? email,
    fromOn: from ?? today,
    ...(to === undefined ? {} : { toOn: to }),
    ...(letter === undefined ? {} : { letterReference: letter }),
  });
}
