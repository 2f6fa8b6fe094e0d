/** What a reader typed, kept in this browser only. `subject` tells drafts about different texts apart. */
export type Kept = { subject: string; values: Record<string, string>; at: number };

const PREFIX = 'saling.';

/** Null where nothing is kept, where it is about something else, or where the browser keeps nothing. */
export function readKept(store: string, subject: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + store) ?? 'null');
    return isKept(kept) && kept.subject === subject ? kept : null;
  } catch {
    return null;
  }
}

/** Names of the stores of which something is kept, by how they begin. */
export function keptStores(beginning: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX + beginning))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** False where the browser refuses: then nothing is said to be saved. */
export function writeKept(store: string, kept: Kept): boolean {
  try {
    localStorage.setItem(PREFIX + store, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function clearKept(store: string): void {
  try {
    localStorage.removeItem(PREFIX + store);
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  if (!('subject' in value && 'values' in value && 'at' in value)) return false;
  return (
    typeof value.subject === 'string' &&
    typeof value.at === 'number' &&
    typeof value.values === 'object' &&
    value.values !== null &&
    Object.values(value.values).every((text) => typeof text === 'string')
  );
}
