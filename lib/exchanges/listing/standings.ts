import type { CountryBalance, StandingExchange } from '#lib/exchanges/contract.ts';
import type { Country } from '#lib/platform/fields.ts';

/** How often cities of each country ask and are asked. */
export function balanceOf(standings: readonly StandingExchange[]): CountryBalance[] {
  const rows = new Map<Country, CountryBalance>();
  const of = (country: Country) => {
    const row = rows.get(country) ?? { country, asking: 0, asked: 0, open: 0 };
    rows.set(country, row);
    return row;
  };
  for (const { asking, asked, isOpen: isStillOpen } of standings) {
    of(asking.country).asking += 1;
    of(asked.country).asked += 1;
    if (!isStillOpen) continue;
    for (const country of new Set([asking.country, asked.country])) of(country).open += 1;
  }
  return [...rows.values()];
}

const TABLE = ['asking', 'asked', 'size', 'open', 'asked_on', 'waits_since'] as const;

/** The same as a table for a file, with a head of stable names. */
export function standingTable(standings: readonly StandingExchange[]): string[][] {
  const day = (at: string | null) => at?.slice(0, 10) ?? '';
  return [
    [...TABLE],
    ...standings.map((row) => [
      ...[row.asking.name, row.asked.name, row.size, row.isOpen ? 'yes' : 'no'],
      ...[day(row.askedAt), day(row.waitsSince)],
    ]),
  ];
}
