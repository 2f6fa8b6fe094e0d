import { z } from 'zod';
import { type CityRow, cityById } from '#lib/cities/queries.ts';
import { defineCommand, type Effect } from '#lib/core/command.ts';
import { jobContext } from '#lib/core/context.ts';
import { notFound } from '#lib/core/errors.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { officeContacts } from '#lib/identity/queries/offices.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { signLink } from '#lib/links/rules.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import { dayInMail } from '#lib/platform/day.ts';
import { newId } from '#lib/platform/ids.ts';
import { CONFIRM_DAYS, LINK_DAYS, PROFILE_ASKED, PROFILE_FADED } from '#lib/profile/contract.ts';
import { asksWithdrawalAt, daysAfter, fadesAt, nextStep, type Step } from '#lib/profile/rules.ts';
import {
  deleteRound,
  insertRound,
  lockProfile,
  type RoundRow,
  selectCandidates,
  selectRound,
  selectStatements,
  updateRound,
} from '#lib/profile/store.ts';

type Contacts = Awaited<ReturnType<typeof officeContacts>>;
type Asked = { city: CityRow; round: RoundRow; oldest: Date; now: Date; contacts: Contacts };

/** Where a profile stands now, and the step that is due. Without anybody to write to, nothing is due. */
async function standing(tx: Tx, cityId: string) {
  const [first] = await selectStatements(tx, cityId, false);
  const [round, now] = [await selectRound(tx, cityId), await databaseNow(tx)];
  const oldest = first?.confirmedAt ?? null;
  const step = nextStep(oldest, round, now);
  const contacts =
    step === null ? [] : await officeContacts(tx, cityId, ['focal-point', 'deputy', 'head-of-office']);
  const isPossible = step === 'close' || contacts.length > 0;
  return { round, now, oldest, contacts, step: isPossible ? step : null };
}

/** Takes the one step that is due for a profile, with the mails that announce the next. Else does nothing. */
export const remindOfProfile = defineCommand({
  name: 'profile.remind',
  input: z.object({ cityId: z.uuid() }),
  load: async (tx, { cityId }) => {
    await lockProfile(tx, cityId);
    return cityById(tx, cityId);
  },
  policy: onlyJobs,
  apply: async (tx, { cityId }, city): Promise<Effect<{ step: Step | null }>> => {
    if (city === undefined) throw notFound();
    const { step, now, oldest, contacts, ...found } = await standing(tx, cityId);
    if (step === null) return { outcome: { step }, subject: null };
    const round = await takeStep(tx, step, { cityId, now, round: found.round });
    if (step !== 'close' && oldest !== null) await write(tx, step, { city, round, oldest, now, contacts });
    const isOrderMoved = step === 'fade' || (step === 'close' && round.fadedAt !== null);
    return {
      outcome: { step },
      subject: { kind: 'city', id: cityId },
      after: { step, mails: step === 'close' ? 0 : contacts.length },
      event: {
        stream: `profile:${cityId}`,
        type: isOrderMoved ? PROFILE_FADED : PROFILE_ASKED,
        payload: { id: cityId, key: city.key, cityId, step },
      },
    };
  },
});

async function takeStep(
  tx: Tx,
  step: Step,
  { cityId, now, round }: { cityId: string; now: Date; round: RoundRow | null },
): Promise<RoundRow> {
  if (round === null) {
    const row = { cityId, id: newId(), askedAt: now, fadedAt: null, withdrawalAskedAt: null };
    await insertRound(tx, row);
    return row;
  }
  if (step === 'close') await deleteRound(tx, cityId);
  if (step === 'fade') await updateRound(tx, cityId, { fadedAt: now });
  if (step === 'ask-withdrawal') await updateRound(tx, cityId, { withdrawalAskedAt: now });
  return step === 'fade' ? { ...round, fadedAt: now } : round;
}

async function write(tx: Tx, step: Exclude<Step, 'close'>, asked: Asked): Promise<void> {
  const { city, round, oldest, now, contacts } = asked;
  const expiresAt = daysAfter(now, LINK_DAYS);
  const next = step === 'ask' ? fadesAt(round) : asksWithdrawalAt(now);
  for (const { personId, email, language } of contacts) {
    const token = signLink({ purpose: 'confirm-profile', subject: round.id, personId, expiresAt });
    const day = (at: Date) => dayInMail(at, language, city.timeZone);
    await queueNotice(tx, {
      key: `profile-${step}:${round.id}:${personId}`,
      personId,
      email,
      language,
      template: `profile-${step}`,
      params: { city: city.name, since: day(oldest), next: day(next) },
      about: '/our-city#profile',
      sealed: { path: `/confirm-profile?token=${token}` },
      isTrial: false,
      expiresAt,
    });
  }
}

/** Looks through all profiles by the database's clock. Repeatable: a step that was taken is not due again. */
export async function sweepProfiles(): Promise<void> {
  const context = jobContext('profiles');
  const due = await withActor(context.actor, async (tx) => {
    const since = daysAfter(await databaseNow(tx), -CONFIRM_DAYS);
    const found: string[] = [];
    for (const cityId of await selectCandidates(tx, since)) {
      if ((await standing(tx, cityId)).step !== null) found.push(cityId);
    }
    return found;
  });
  for (const cityId of due) await remindOfProfile(context, newId(), { cityId });
}
