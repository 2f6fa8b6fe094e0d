import type { Country } from '#lib/platform/fields.ts';
import type { CityRole, SizeBand } from './contract.ts';

const BANDS: readonly [number, SizeBand][] = [
  [5_000_000, 'over-5m'],
  [1_000_000, '1m-5m'],
  [500_000, '500k-1m'],
  [100_000, '100k-500k'],
  [0, 'under-100k'],
];

/** Band of a number of residents; a lower bound belongs to its band. */
export function sizeBand(population: number | null): SizeBand {
  if (population === null) return 'unknown';
  return BANDS.find(([lower]) => population >= lower)?.[1] ?? 'unknown';
}

export function coastOf(isCoastal: boolean | null): 'coastal' | 'inland' | 'unknown' {
  if (isCoastal === null) return 'unknown';
  return isCoastal ? 'coastal' : 'inland';
}

export function roleOf(needCount: number, practiceCount: number): CityRole {
  if (needCount > 0 && practiceCount > 0) return 'both';
  if (needCount > 0) return 'needs';
  return practiceCount > 0 ? 'practices' : 'nothing';
}

const OWN_LANGUAGE: Record<Country, string> = {
  BN: 'ms',
  KH: 'km',
  ID: 'id',
  LA: 'lo',
  MY: 'ms',
  MM: 'my',
  PH: 'fil',
  SG: 'en',
  TH: 'th',
  TL: 'tet',
  VN: 'vi',
};

/** Language of a city's name in its own script. */
export function localNameLanguage(country: Country): string {
  return OWN_LANGUAGE[country];
}
