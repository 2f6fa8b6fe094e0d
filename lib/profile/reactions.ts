import { cityById } from '#lib/cities/queries.ts';
import type { Reaction, StoredEvent } from '#lib/core/events.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { UNDO_MINUTES } from '#lib/identity/contract.ts';
import { officeContacts } from '#lib/identity/queries/offices.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import { deleteHeld } from '#lib/notices/store/mails.ts';
import { dayInMail } from '#lib/platform/day.ts';
import { NEWS_ASKED, NEWS_UNASKED } from './contract.ts';
import { selectAsk, selectStatements } from './store.ts';

const keyOf = (id: string): string => `profile-news:${id}:`;

/** Mails who speaks for the city; held while it can be undone. Nothing where it was undone meanwhile. */
async function mailAsk(tx: Tx, { payload }: StoredEvent): Promise<void> {
  const [id, cityId, isTrial] = [String(payload.id), String(payload.cityId), payload.isTrial === true];
  const city = await cityById(tx, cityId);
  if (city === undefined || (await selectAsk(tx, id)) === undefined) return;
  const statements = await selectStatements(tx, cityId, isTrial);
  const last = statements.at(-1)?.confirmedAt;
  for (const { personId, email, language } of await officeContacts(
    tx,
    cityId,
    ['focal-point', 'deputy'],
    isTrial,
  )) {
    await queueNotice(tx, {
      key: `${keyOf(id)}${personId}`,
      personId,
      email,
      language,
      template: 'profile-news',
      params: {
        city: city.name,
        forum: String(payload.forum),
        since: last === undefined ? 'never' : dayInMail(last, language, city.timeZone),
      },
      about: '/our-city#profile',
      sealed: { path: '/our-city' },
      isTrial,
      heldMinutes: UNDO_MINUTES,
    });
  }
}

/** The mails with which a secretariat asks for news. */
export const profileReactions: readonly Reaction[] = [
  { name: 'profile.ask-news', types: [NEWS_ASKED], handle: mailAsk },
  {
    name: 'profile.unask-news',
    types: [NEWS_UNASKED],
    handle: (tx, { payload }) => deleteHeld(tx, keyOf(String(payload.id))),
  },
];
