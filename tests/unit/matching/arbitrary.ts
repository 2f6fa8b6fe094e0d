import fc from 'fast-check';
import type { Candidate } from '#lib/matching/rules.ts';

const score = fc.integer({ min: 1, max: 1000 }).map((value) => value / 1000);

/** Possible partners, each of another slug; few countries, so that limits are met. */
export const candidates = fc.uniqueArray(
  fc.record({
    slug: fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 4 }),
    country: fc.constantFrom('ID', 'PH', 'SG', 'TH'),
    learn: fc.option(score),
    share: fc.option(score),
  }) satisfies fc.Arbitrary<Candidate>,
  { selector: (one) => one.slug, maxLength: 60 },
);

export const mode = fc.constantFrom('exchange' as const, 'learn-from' as const);
export const scores = fc.array(score, { maxLength: 12 });
export const oneScore = score;
