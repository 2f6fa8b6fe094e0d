import type { Hosting } from './contract.ts';

/** A month of any year as one number that counts on: January 2026 is 2026 x 12. */
export const monthIndex = (year: number, month: number): number => year * 12 + month - 1;

/**
 * Months in which an exchange may take place, in the order of preference: those of the days that were offered, else
 * all that are left of this year.
 */
export function wantedMonths(dates: readonly { from: string }[], now: Date): number[] {
  const offered = dates.map(({ from }) => monthIndex(Number(from.slice(0, 4)), Number(from.slice(5, 7))));
  if (offered.length > 0) return [...new Set(offered)];
  const [year, present] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  return Array.from({ length: 13 - present }, (_, later) => monthIndex(year, present + later));
}

/** What is left of the year. `rows`: of one city and this year, none where it has not said. */
export function hostingLeft(
  rows: readonly { month: number; places: number; taken: number }[],
  year: number,
  month: number,
): Hosting {
  const months = rows
    .filter((row) => row.month >= month && row.taken < row.places)
    .map((row) => row.month)
    .sort((a, b) => a - b);
  if (rows.length === 0) return { state: 'unknown', year, months };
  return { state: months.length > 0 ? 'free' : 'full', year, months };
}
