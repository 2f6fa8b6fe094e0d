/** The wall clock of a zone and its distance from UTC ("UTC+6:30"), for one instant. */
export function localTime(timeZone: string, language: string, now: Date): { clock: string; offset: string } {
  const parts = formatter(timeZone, language).formatToParts(now);
  const clock = parts
    .filter((part) => part.type !== 'timeZoneName')
    .map((part) => part.value)
    .join('')
    .trim();
  const zone = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return { clock, offset: zone.replace('GMT', 'UTC') };
}

// Making a formatter costs more than the rest of a page; there are about 15 zones in the region.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  formatters.set(key, made);
  return made;
}
