import type { Actor } from './actor.ts';

/** What row policies read. Every one is set each time: a pooled connection must not keep another's. */
export function settingsOf(actor: Actor): Record<string, string> {
  const isPerson = actor.kind === 'person';
  const isLink = actor.kind === 'link';
  return {
    'saling.actor_kind': actor.kind,
    'saling.is_trial': isPerson && actor.isTrial ? 'on' : 'off',
    'saling.person_id': isPerson || isLink ? (actor.personId ?? '') : '',
    'saling.link_purpose': isLink ? actor.purpose : '',
    'saling.link_subject': isLink ? actor.subject : '',
  };
}
