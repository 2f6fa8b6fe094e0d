import type { LinkPurpose } from '#lib/core/actor.ts';

export type NewLink = {
  purpose: LinkPurpose;
  /** Id of the record that it is about. */
  subject: string;
  /** To whom it was sent; null for somebody who is not known yet. */
  personId: string | null;
  expiresAt: Date;
};

export type LinkReading =
  | { state: 'open'; subject: string; personId: string | null }
  | { state: 'expired' | 'unknown' };
