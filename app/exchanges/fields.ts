import type { Dates } from '#lib/exchanges/contract.ts';

/** Values of fields with one name, as a form sends them with blanks between. */
export const readList = (text: string): string[] => text.split(' ').filter((one) => one !== '');

/** First and last day of each stretch in turn; one day alone is a stretch of a day. */
export function readDates(text: string): Dates {
  const days = text.split(' ');
  const stretches: Dates = [];
  for (let at = 0; at < days.length; at += 2) {
    const [from = '', to = ''] = days.slice(at, at + 2);
    if (from !== '' || to !== '') stretches.push({ from: from || to, to: to || from });
  }
  return stretches;
}
