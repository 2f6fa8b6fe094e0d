import type { Actor } from '#lib/core/actor.ts';
import type { ErrorCode } from '#lib/core/errors.ts';
import { type Holder, isOutOfReach, mayPublish, maySpeak } from '#lib/drafts/policy.ts';
import type { Audience } from './contract.ts';

/** How many a need is open to: the higher, the more. */
const WIDTH: Record<Audience, number> = { members: 0, observers: 1, public: 2 };

/** Closing a need to some is urgent and harmless; opening it speaks for the city. */
export function mayChangeAudience(
  actor: Actor,
  found: {
    record: { cityId: string; isTrial: boolean; origin: 'compiled' | 'city'; audience: Audience };
    holders: readonly Holder[];
  } | null,
  wanted: Audience,
): ErrorCode | null {
  if (found === null) return 'not-found';
  const { record, holders } = found;
  const refusal = maySpeak(actor, record.cityId);
  if (refusal !== null) return refusal;
  if (isOutOfReach(actor, record)) return 'not-allowed';
  if (WIDTH[wanted] <= WIDTH[record.audience]) return null;
  return mayPublish(actor, record.cityId, { holders, sentBy: null });
}
