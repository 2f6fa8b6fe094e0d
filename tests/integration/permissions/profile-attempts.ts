import { newId } from '#lib/platform/ids.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { remindOfProfile } from '#lib/profile/commands/remind.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { importProfile } from '#lib/transfer/commands/import.ts';
import { getImport } from '#lib/transfer/queries/import.ts';
import { signIn } from '#tests/support/people.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

const table = () => Buffer.from(`language,title,summary\nen,${newId()},What was done`);

export const profileAttempts: Record<string, Attempt> = {
  'profile.confirm': async () => (context) => confirmProfile(context, newId(), { citySlug: OWN_CITY }),
  'profile.check-file': async () => (context) =>
    checkFile(context, newId(), { citySlug: OWN_CITY, bytes: table() }),
  'profile.import': async () => {
    const { context: colleague } = await signIn({ city: OWN_CITY }, 'staff');
    const { id } = await checkFile(colleague, newId(), { citySlug: OWN_CITY, bytes: table() });
    const { stamp } = await getImport(colleague, { id });
    return (context) => importProfile(context, newId(), { id, stamp });
  },
  'profile.remind': async (sql) => {
    const [city] = await sql<{ id: string }[]>`select id from city where key = ${OWN_CITY}`;
    return (context) => remindOfProfile(context, newId(), { cityId: city?.id ?? '' });
  },
};
