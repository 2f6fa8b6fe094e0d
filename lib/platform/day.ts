/** A day in words of a mail, day before month: "1 July 2025". */
export function dayInMail(at: Date, language: string, timeZone: string): string {
  const region = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone }).format(at);
}
