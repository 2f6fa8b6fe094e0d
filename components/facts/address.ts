export const FACTS_ADDRESS = '/our-city/facts';

export function factAddress(key: string): string {
  return `${FACTS_ADDRESS}/${key}`;
}
