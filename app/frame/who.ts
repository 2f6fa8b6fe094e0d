import type { Who } from '#components/site/who.ts';
import type { Actor } from '#lib/core/actor.ts';

/** What the head of a page says of who reads it; null for a visitor. */
export function whoReads(actor: Actor): Who | null {
  if (actor.kind !== 'person') return null;
  const { appointments, isTrial } = actor;
  const [first] = appointments;
  const places: Who['places'] = [];
  if (appointments.some((entry) => entry.organisation === 'city-office')) places.push('our-city');
  if (appointments.some((entry) => entry.role === 'secretariat-officer')) places.push('desk');
  return {
    office: first?.forum ?? first?.organisationName ?? shortName(actor.name),
    places,
    isAtTrialDesk: isTrial,
  };
}

/** A name may have five hundred letters; the head of a page has room for some forty. */
function shortName(name: string): string {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length <= 40 ? name : `${letters.slice(0, 40).join('')}…`;
}
