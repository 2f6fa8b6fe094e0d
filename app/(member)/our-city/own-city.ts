import { answerMissing } from '#app/request/found.ts';
import { memberContext, type SignedIn } from '#app/request/signed-in.ts';
import { kindOfPlace } from '#components/writing/address.ts';
import type { Appointment } from '#lib/core/actor.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';

export type OwnCity = { context: SignedIn; slug: string; name: string; role: Appointment['role'] };

/** The city whose office the reader acts for; null for other offices: the answer is then 404. */
export async function ownCity(): Promise<OwnCity | null> {
  const context = await memberContext();
  const appointment = context.actor.appointments.find((entry) => entry.citySlug !== null);
  if (appointment?.citySlug) {
    const { citySlug: slug, organisationName: name, role } = appointment;
    return { context, slug, name, role };
  }
  await answerMissing();
  return null;
}

/** The same for a page about one kind of record; null where the address names no kind. */
export async function ownCityAnd(place: string): Promise<(OwnCity & { kind: DraftKind }) | null> {
  const own = await ownCity();
  const kind = kindOfPlace(place);
  if (own === null) return null;
  if (kind !== null) return { ...own, kind };
  await answerMissing();
  return null;
}
