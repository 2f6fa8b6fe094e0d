import { clearKept, keptStores, readKept, writeKept } from '#components/home/device-store.ts';
import type { Draft } from '#lib/drafts/contract.ts';
import type { Values } from './form-state.ts';
import type { Step } from './steps.ts';

/** A text that a form has kept on this device, in a place of its own: no form writes where another one wrote. */
export type DeviceText = { place: string; values: Values; at: number };

/** Where the texts of one step are kept: for each person and record. */
export function storeOf(draft: Draft, personTag: string, step: Step): string {
  return `draft.${personTag}.${draft.kind}.${draft.id}.${step.key}`;
}

const SEPARATOR = '~';

export function newPlace(store: string): string {
  const tag = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  return `${store}${SEPARATOR}${tag}`;
}

/** False where the browser keeps nothing. */
export function keepText(store: string, { place, values, at }: DeviceText): boolean {
  const flat = Object.entries(values).map(([name, list]) => [name, JSON.stringify(list)]);
  return writeKept(place, { subject: store, values: Object.fromEntries(flat), at });
}

export function dropText(place: string): void {
  clearKept(place);
}

/** What did not arrive, newest first. What the server has as well, or what is kept twice, is cleared. */
export function textsNotArrived(store: string, served: Values): DeviceText[] {
  const places = keptStores(store).filter((place) => (place.split(SEPARATOR)[0] ?? '') === store);
  const found = places
    .flatMap((place) => readText(store, place) ?? [])
    .sort((one, other) => other.at - one.at);
  return found.filter((text, index) => {
    const isKnown =
      isSame(text.values, served) || found.slice(0, index).some((newer) => isSame(newer.values, text.values));
    if (isKnown) clearKept(text.place);
    return !isKnown;
  });
}

function readText(store: string, place: string): DeviceText | null {
  const kept = readKept(place, store);
  if (kept === null) return null;
  try {
    const entries = Object.entries(kept.values).map(([name, text]): [string, string[]] => [
      name,
      (JSON.parse(text) as unknown[]).map(String),
    ]);
    return { place, values: Object.fromEntries(entries), at: kept.at };
  } catch {
    return null;
  }
}

export function valuesOf(data: FormData, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]));
}

const normal = (values: Values): string =>
  JSON.stringify(
    Object.entries(values)
      .map(([name, list]) => [name, list.map((text) => text.replaceAll('\r\n', '\n').trim()).filter(Boolean)])
      .sort(),
  );
export const isSame = (one: Values, other: Values): boolean => normal(one) === normal(other);
