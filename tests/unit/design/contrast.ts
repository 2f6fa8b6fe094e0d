/** The colours by role of one theme. */
export type Roles = Record<string, string>;

/** Reads the roles of a theme out of the stylesheet: the first block for light, the `data-theme` block for dark. */
export function rolesOf(css: string, theme: 'light' | 'dark'): Roles {
  const from = theme === 'light' ? css.indexOf(':root') : css.lastIndexOf('[data-theme="dark"]');
  return declarationsIn(css.slice(css.indexOf('{', from) + 1));
}

/** The roles that the device's dark mode sets: the same as those of the chosen dark theme, or the test says so. */
export function deviceDarkRoles(css: string): Roles {
  const from = css.indexOf(':root:not([data-theme="light"])');
  return declarationsIn(css.slice(css.indexOf('{', from) + 1));
}

function declarationsIn(rest: string): Roles {
  const block = rest.slice(0, rest.indexOf('}'));
  return Object.fromEntries(
    Array.from(block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g), (found) => [found[1] ?? '', found[2] ?? '']),
  );
}

/** Contrast after WCAG 2.2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Text on its ground: 4.5 to 1. */
export const TEXT_PAIRS = [
  ['ink', 'paper'],
  ['ink', 'wash'],
  ['ink', 'need-wash'],
  ['ink', 'practice-wash'],
  ['ink', 'land'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'wash'],
  ['action', 'paper'],
  ['action', 'wash'],
  ['action-over', 'paper'],
  ['on-action', 'action'],
  ['on-action', 'action-over'],
  ['need', 'paper'],
  ['practice', 'paper'],
  ['error', 'paper'],
  ['error', 'error-wash'],
] as const;

/** Lines and shapes that mean something: 3 to 1. `line` between items is decoration. */
export const LINE_PAIRS = [
  ['line-strong', 'paper'],
  ['rule', 'paper'],
  ['need', 'paper'],
  ['need', 'land'],
  ['practice', 'paper'],
  ['practice', 'land'],
  ['action', 'paper'],
  ['action', 'land'],
  ['error', 'paper'],
] as const;

/** The pairs of a theme that are below the ratio, in words. */
export function tooWeak(
  roles: Roles,
  pairs: readonly (readonly [string, string])[],
  least: number,
): string[] {
  return pairs.flatMap(([front, ground]) => {
    const [a, b] = [roles[front], roles[ground]];
    if (a === undefined || b === undefined) return [`${front} or ${ground} is not defined`];
    const ratio = contrast(a, b);
    return ratio < least ? [`${front} on ${ground}: ${ratio.toFixed(2)} < ${least}`] : [];
  });
}
