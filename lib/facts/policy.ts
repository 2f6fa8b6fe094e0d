import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { mayDiscard, maySpeak, mayWrite } from '#lib/drafts/policy.ts';
import type { FactDraftRow } from './store.ts';

type Found = { cityId: string; draft: FactDraftRow | undefined } | null;

/** Everybody at the city's office writes. */
export const mayWriteFact = (actor: Actor, found: Found): ErrorCode | null => mayWrite(actor, found?.cityId);

/** A fact is stated by who speaks for the city: it is no text that the mayor's office would have to weigh. */
export const mayStateFact = (actor: Actor, found: Found): ErrorCode | null => maySpeak(actor, found?.cityId);

export const mayDiscardFact = (actor: Actor, found: Found): ErrorCode | null =>
  mayDiscard(actor, found?.cityId, found?.draft?.writtenBy ?? null);
