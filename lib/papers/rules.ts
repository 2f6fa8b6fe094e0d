import { SalingError } from '#lib/core/errors.ts';
import type { Cover } from '#lib/matching/contract.ts';
import { PAPER_PROBLEMS, type PaperProblem } from './contract.ts';

/** Covers that two pages have room for, in each direction. */
export const MOST_COVERS = 3;

/** What the exchange is about first, then the best of the rest; each practice once. */
export function shownCovers(
  covers: readonly Cover[],
  about: { need: { id: string } | null; practice: { id: string } | null },
): Cover[] {
  const isAbout = ({ need, practice }: Cover) =>
    need.id === about.need?.id || practice.id === about.practice?.id;
  const ordered = [...covers.filter(isAbout), ...covers.filter((cover) => !isAbout(cover))];
  const seen = new Set<string>();
  return ordered
    .filter(({ practice }) => !seen.has(practice.id) && seen.add(practice.id))
    .slice(0, MOST_COVERS);
}

/** Why a paper was not made; null for every other error. */
export function paperProblemOf(error: unknown): PaperProblem | null {
  const reason =
    error instanceof SalingError && error.code === 'unavailable' ? error.params.reason : undefined;
  return PAPER_PROBLEMS.find((problem) => problem === reason) ?? null;
}
