import type { FilterValues } from './address.ts';

/** Values that a form sends along unseen. */
export function HiddenValues({ values }: { values: FilterValues }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter((one) => one !== '')
      .map((one) => <input key={`${name}=${one}`} type="hidden" name={name} value={one} />),
  );
}
