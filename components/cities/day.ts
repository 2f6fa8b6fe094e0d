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

/** The zone of both secretariats, for pages that are about no one city. */
export const SECRETARIAT_ZONE = 'Asia/Jakarta';

/**
 * An instant in words of the same order: "1 July 2025", with the time of day where `timeZone` says whose it is. A day
 * without one is Jakarta's: in no office of the region is it another for more than two hours.
 */
export function momentInWords(
  at: Date,
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: SECRETARIAT_ZONE },
): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant with its time of day and whose time it is: "24 Nov 2026, 10:42 GMT+7". */
export function timeInWords(at: Date | string, language: string, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  const formatter =
    clocks.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      timeZoneName: 'short',
    });
  clocks.set(key, formatter);
  return formatter.format(new Date(at));
}

/** The reader's own clock, for what has just happened in front of her: "10:42". In the browser only. */
export function clockInWords(at: Date | number, language: string): string {
  const region = language === 'en' ? 'en-GB' : language;
  return new Date(at).toLocaleTimeString(region, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
