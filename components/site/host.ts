/** The host of an address for people to read ("unhabitat.org"), or the address itself when it has none. */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return address;
  return new URL(address).hostname.replace(/^www\./, '') || address;
}
