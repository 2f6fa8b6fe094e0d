import type { CityFact } from '#lib/cities/contract.ts';
import { useFactValue } from './fact-words.tsx';

/** Value, unit and year. */
export function FactSaid({ fact }: { fact: CityFact }) {
  return useFactValue()(fact);
}
