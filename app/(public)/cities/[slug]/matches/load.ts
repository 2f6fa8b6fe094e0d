import { loadCity } from '#app/(public)/cities/[slug]/load.ts';
import { readerContext } from '#app/request/context.ts';
import { answerMissing } from '#app/request/found.ts';
import { FIRST_MATCHES, type MatchState } from '#components/matching/address.ts';
import {
  type IgnoredParameter,
  type Parameters,
  readParameters,
} from '#components/search/read-parameters.ts';
import type { City } from '#lib/cities/contract.ts';
import { isSpeaker } from '#lib/drafts/policy.ts';
import { getMatchesInput, type MatchList } from '#lib/matching/contract.ts';
import { mayReadMatches } from '#lib/matching/policy.ts';
import { getMatches, getMatchStamp } from '#lib/matching/queries.ts';
import { noteMatchesSeen } from '#lib/trial/commands.ts';

export type LoadedMatches = {
  state: MatchState;
  list: MatchList;
  ignored: IgnoredParameter[];
  stamp: string;
  /** Whether the reader speaks for the city. */
  maySpeak: boolean;
};

/** The city of a match page; null where such pages do not answer, whether or not the city exists. */
export async function loadMatchedCity(slug: string): Promise<City | null> {
  const { actor } = await readerContext();
  if (mayReadMatches(actor, slug) === null) return loadCity(slug);
  await answerMissing();
  return null;
}

/** What the page of an address shows; what of the address cannot be used is left out and said. */
export async function loadMatches(slug: string, given: Parameters): Promise<LoadedMatches> {
  const { input, ignored } = readParameters(getMatchesInput.omit({ slug: true }), given);
  const { mode = 'exchange', limit = FIRST_MATCHES, country } = input;
  const state = { slug, mode, limit, country };
  const context = await readerContext();
  // Before the list: a change in between is then told once too often rather than never.
  const stamp = await getMatchStamp(context, { slug });
  const list = await getMatches(context, state);
  await noteMatchesSeen(context, slug);
  const { actor } = context;
  const maySpeak =
    actor.kind === 'person' &&
    actor.appointments.some(({ citySlug, role }) => citySlug === slug && isSpeaker(role));
  return { state, list, ignored, stamp, maySpeak };
}
