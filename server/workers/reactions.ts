import { carryingOutReactions } from '#lib/carrying-out/reactions.ts';
import type { Reaction } from '#lib/core/events.ts';
import { exchangeReactions } from '#lib/exchanges/reactions.ts';
import { indexingReactions } from '#lib/indexing/reactions.ts';
import { matchingReactions } from '#lib/matching/reactions.ts';
import { officeNotices } from '#lib/notices/reactions/offices.ts';
import { signInNotices } from '#lib/notices/reactions/sign-in.ts';
import { profileReactions } from '#lib/profile/reactions.ts';
import { publishingReactions } from '#lib/publishing/reactions.ts';

/** Every reaction, in the order in which they run: what computes stands before what tells. */
export const reactions: readonly Reaction[] = [
  ...signInNotices,
  ...officeNotices,
  ...profileReactions,
  ...exchangeReactions,
  ...carryingOutReactions,
  ...indexingReactions,
  ...matchingReactions,
  ...publishingReactions,
];
