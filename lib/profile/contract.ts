import type { DraftKind } from '#lib/drafts/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

/** Days after which a city is asked whether what it said is still right. */
export const CONFIRM_DAYS = 182;
/** Days from the first mail until what was not confirmed counts less among suggestions. */
export const GRACE_DAYS = 30;
/** Days from then until the city is asked whether to withdraw it. Nothing is withdrawn by itself. */
export const WITHDRAWAL_DAYS = 182;
/** Days for which the link of such a mail works. */
export const LINK_DAYS = 60;

/** Days after which a secretariat can ask the same city for news again. */
export const ASK_AGAIN_DAYS = 14;

export const NEWS_ASKED = 'profile.news-asked';
export const NEWS_UNASKED = 'profile.news-unasked';
export const PROFILE_CONFIRMED = 'profile.confirmed';
export const PROFILE_ASKED = 'profile.asked';
export const PROFILE_FADED = 'profile.faded';

/** A statement of the city that one click would confirm; without kind and id, the facts about the city itself. */
export type Statement = { kind: DraftKind | 'city'; id: string; title: LocalText };

/** How long ago the city said that its profile is right, and what comes next. */
export type ProfileNews = {
  city: { slug: string; name: string; timeZone: string };
  statements: Statement[];
  /** The oldest confirmation among them; null where the city has said nothing itself yet. */
  oldestAt: string | null;
  /** When the city is, or was, asked. */
  dueAt: string | null;
  isDue: boolean;
  /** Counts less since, or will from then on; null until the city has been asked. */
  fadesAt: string | null;
  isFaded: boolean;
  mayConfirm: boolean;
};
