/** Values of a list's filters, as the address carries them. */
export type FilterValues = Record<string, string | number | readonly (string | number)[] | undefined>;

/** The permalink of a state of a list: filters in the given order, nothing for those that are not set. */
export function addressOf(path: string, values: FilterValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value ?? []].flat()) {
      if (one !== '') query.append(name, String(one));
    }
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same values without one value of one filter; the page of the list starts again. */
export function without(values: FilterValues, name: string, value: string): FilterValues {
  const kept = [values[name] ?? []].flat().filter((one) => String(one) !== value);
  return { ...values, [name]: kept, cursor: undefined };
}
