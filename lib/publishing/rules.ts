import type { StoredEvent } from '#lib/core/events.ts';

/** The city whose record an event is about, by its inner id; undefined when it is about no city. */
export function touchedCity(event: StoredEvent): string | undefined {
  const { cityId, id } = event.payload;
  if (typeof cityId === 'string') return cityId;
  return event.type.startsWith('city.') && typeof id === 'string' ? id : undefined;
}
