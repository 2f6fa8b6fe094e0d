/** Who counted the residents: a page, the GeoNames record of a date, or words of the compiler (English). */
export type PopulationSource =
  | { kind: 'page'; url: string }
  | { kind: 'geonames'; day: string }
  | { kind: 'words'; text: string };

const GEONAMES = /^GeoNames cities500 \(record updated (\d{4}-\d{2}-\d{2}); census year not stated\)$/;

export function populationSource(text: string): PopulationSource {
  const day = GEONAMES.exec(text)?.[1];
  if (day !== undefined) return { kind: 'geonames', day };
  return /^https?:\/\//.test(text) ? { kind: 'page', url: text } : { kind: 'words', text };
}
