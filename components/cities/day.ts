// Making a formatter costs more than many parts of a page; one for each language is kept.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A calendar day in words, day before month as the region writes it: "1 July 2025". */
export function dayInWords(day: string, language: string): string {
  const region = language === 'en' ? 'en-GB' : language;
  const formatter =
    formatters.get(region) ?? new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  formatters.set(region, formatter);
  return formatter.format(new Date(`${day}T00:00:00Z`));
}

/** An instant in words of the same order: "1 July 2025", with the time of day where `timeZone` says whose it is. */
export function momentInWords(
  at: Date,
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' },
): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at);
}
