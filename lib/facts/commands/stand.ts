import type { CityFact, FactContent, FactKey } from '#lib/cities/contract.ts';
import { knownFacts } from '#lib/cities/queries.ts';
import type { Role } from '#lib/core/actor.ts';
import type { Effect } from '#lib/core/command.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import type { Tx } from '#lib/core/transaction.ts';
import { rolesAt } from '#lib/drafts/policy.ts';
import { changedVersions, conflictOf } from '#lib/drafts/rules.ts';
import type { SavedFact } from '#lib/facts/contract.ts';
import { clashes, type Statement, toContent } from '#lib/facts/rules.ts';
import {
  deleteFactDraft,
  type FactDraftRow,
  type FactRow,
  insertFactVersion,
  lockFact,
  putFact,
  selectCityVersion,
  selectFact,
  selectFactDraft,
  selectFactVersions,
  type Which,
} from '#lib/facts/store.ts';
import { newId } from '#lib/platform/ids.ts';

/** Where a fact of a city stands in the writer's world. One line of versions runs through what is said and written. */
export type Stand = Which & {
  citySlug: string;
  shown: CityFact | null;
  /** What the data files say. */
  compiled: CityFact | null;
  fact: FactRow | undefined;
  draft: FactDraftRow | undefined;
  content: FactContent;
  fieldVersions: Record<string, number>;
  version: number;
  /** Whether the one who asks has written or said it last. */
  isOwn: boolean;
};

/** Waits for others who write of the same fact. Null for an unknown city, and for others than its own people. */
export async function loadStand(
  tx: Tx,
  { citySlug, key }: { citySlug: string; key: FactKey },
  { actor }: Context,
): Promise<Stand | null> {
  const known = await knownFacts(tx, citySlug);
  if (known === undefined || actor.kind !== 'person' || rolesAt(actor, known.cityId).length === 0)
    return null;
  const which = { cityId: known.cityId, key, isTrial: actor.isTrial };
  await lockFact(tx, which);
  const fact = await selectFact(tx, which);
  const draft = await selectFactDraft(tx, which);
  // Read again: who had the lock before may have said something else.
  const shown = (await knownFacts(tx, citySlug))?.shown[key] ?? null;
  return {
    ...which,
    citySlug,
    shown,
    compiled: known.compiled[key] ?? null,
    fact,
    draft,
    content: draft?.content ?? toContent(shown),
    fieldVersions: draft?.fieldVersions ?? fact?.fieldVersions ?? {},
    version: draft?.version ?? fact?.version ?? 0,
    isOwn: (await lastWriter(tx, which, draft)) === actor.personId,
  };
}

async function lastWriter(tx: Tx, which: Which, draft: FactDraftRow | undefined) {
  if (draft !== undefined) return draft.writtenBy;
  const [last] = await selectFactVersions(tx, which);
  return last?.byPerson ?? null;
}

/** @throws SalingError `not-found` for anybody without an office there */
export function writerAt({ actor }: Context, cityId: string): { personId: string; role: Role } {
  const [role] = rolesAt(actor, cityId);
  if (actor.kind !== 'person' || role === undefined) throw notFound();
  return { personId: actor.personId, role };
}

/** @throws SalingError `conflict`, with the fields that both have changed */
export function expectNoClash(stand: Stand, written: { content: FactContent; version: number }): void {
  const fields = clashes(stand, written);
  if (fields.length > 0) throw conflictOf(fields, stand);
}

/** @throws SalingError `conflict` where somebody has changed it since the writer looked */
export function expectSeen(stand: Stand, version: number): void {
  if (stand.version !== version) throw new SalingError('conflict', { params: { version: stand.version } });
}

export type Said = { state: FactRow['state']; statement: Statement | null };

/** What the city says of the fact from now on: one more version, at once and everywhere. */
export async function say(
  tx: Tx,
  context: Context,
  stand: Stand,
  { state, statement, fields }: Said & { fields: readonly string[] },
): Promise<Effect<SavedFact>> {
  const { cityId, key, isTrial, citySlug } = stand;
  const { personId, role } = writerAt(context, cityId);
  const version = stand.version + 1;
  const said = {
    cityId,
    key,
    isTrial,
    state,
    version,
    value: statement?.value ?? null,
    year: statement?.year ?? null,
    sourceTitle: statement?.sourceTitle ?? null,
    sourceUrl: statement?.sourceUrl ?? null,
  };
  const fieldVersions = changedVersions(stand, fields, version);
  await putFact(tx, { ...said, fieldVersions, saidRole: role, isConfirmed: state === 'stated' });
  await insertFactVersion(tx, { ...said, id: newId(), byPerson: personId });
  await deleteFactDraft(tx, stand);
  return {
    outcome: { version, savedAt: new Date().toISOString() },
    subject: { kind: 'city', id: cityId },
    before: { fact: key, state: stand.fact?.state ?? 'unsaid', version: stand.fact?.version ?? 0 },
    after: { fact: key, state, version, isTrial },
    event: {
      stream: `city:${cityId}`,
      type: 'city.changed',
      payload: { id: cityId, key: citySlug, cityId, version: await selectCityVersion(tx, cityId), isTrial },
    },
  };
}
