/** A calendar day in words, day before month as the region writes it: "1 July 2025". */
export function dayInWords(day: string, language: string): string {
  const region = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
