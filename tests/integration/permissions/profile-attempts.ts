import { newId } from '#lib/platform/ids.ts';
import { confirmProfile } from '#lib/profile/commands/confirm.ts';
import { remindOfProfile } from '#lib/profile/commands/remind.ts';
import type { Attempt } from './attempts.ts';
import { OWN_CITY } from './people.ts';

export const profileAttempts: Record<string, Attempt> = {
  'profile.confirm': async () => (context) => confirmProfile(context, newId(), { citySlug: OWN_CITY }),
  'profile.remind': async (sql) => {
    const [city] = await sql<{ id: string }[]>`select id from city where key = ${OWN_CITY}`;
    return (context) => remindOfProfile(context, newId(), { cityId: city?.id ?? '' });
  },
};
