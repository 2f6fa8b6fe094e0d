import { SalingError } from '#lib/core/errors.ts';
import { type DraftContent, type DraftKind, MAX_TITLE, SAVED_BY_YOU } from './contract.ts';

const MAX_KEY = 100;

/** The title in letters of an address: "Kang Pisman: reduce" -> "kang-pisman-reduce". Empty for other scripts. */
export function slugOf(title: string): string {
  return title
    .slice(0, MAX_TITLE)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ø', 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The key that a record would like to have; a title in another script leaves the kind of record. */
export function keyBase(kind: DraftKind, citySlug: string, title: string): string {
  const start = kind === 'need' ? `n-${citySlug}` : citySlug;
  const slug = slugOf(title);
  const whole = `${start}-${slug.length < 3 ? kind : slug}`;
  if (whole.length <= MAX_KEY) return whole;
  const cut = whole.slice(0, MAX_KEY);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), start.length + 4)).replace(/-+$/, '');
}

/** Whether a key was made of this base: the base itself, or with a number. */
export function isMadeOf(key: string, base: string): boolean {
  return key === base || (key.startsWith(`${base}-`) && /^\d+$/.test(key.slice(base.length + 1)));
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Names of the fields that the patch would change. */
export function changedFields(content: DraftContent, patch: DraftContent): string[] {
  return Object.keys(patch).filter((field) => !isEqual(content[field], patch[field]));
}

/** Those of the changed fields that somebody has changed since the writer saw them. */
export function clashingFields(
  changed: readonly string[],
  fieldVersions: Readonly<Record<string, number>>,
  seenVersion: number,
): string[] {
  return changed.filter((field) => (fieldVersions[field] ?? 0) > seenVersion);
}

/** Beside the fields in their versions: the version since which nobody but the present writer has written. */
const ALONE = '$alone';
type Stands = {
  version: number;
  fieldVersions: Readonly<Record<string, number>>;
  /** Whether the one who writes now is who wrote last. */
  isOwn: boolean;
};

/** The versions of fields after these have changed. */
export function changedVersions(before: Stands, changed: readonly string[], version: number) {
  const { fieldVersions } = before;
  const alone = before.isOwn ? (fieldVersions[ALONE] ?? before.version) : version;
  const fields = Object.fromEntries(changed.map((field) => [field, version]));
  return { ...fieldVersions, ...fields, [ALONE]: alone };
}

/**
 * What is in the way where these fields were saved since the writer looked. Her own late save, as a page was left or
 * from another window, is told as hers: both texts are shown all the same, since either may hold a deletion.
 */
export function conflictOf(clashing: readonly string[], stands: Stands): SalingError {
  const since = stands.fieldVersions[ALONE] ?? stands.version;
  const isOwn = (field: string) => stands.isOwn && (stands.fieldVersions[field] ?? 0) >= since;
  return new SalingError('conflict', {
    params: { version: stands.version },
    errors: clashing.map((field) => ({
      pointer: `/${field}`,
      code: isOwn(field) ? SAVED_BY_YOU : 'changed-meanwhile',
    })),
  });
}
