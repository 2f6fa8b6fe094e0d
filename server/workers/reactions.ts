import type { Reaction } from '#lib/core/events.ts';
import { indexingReactions } from '#lib/indexing/reactions.ts';
import { matchingReactions } from '#lib/matching/reactions.ts';
import { noticeReactions } from '#lib/notices/reactions.ts';
import { publishingReactions } from '#lib/publishing/reactions.ts';

/** Every reaction, in the order in which they run: what computes stands before what tells. */
export const reactions: readonly Reaction[] = [
  ...noticeReactions,
  ...indexingReactions,
  ...matchingReactions,
  ...publishingReactions,
];
