import { describe, expect, it } from 'vitest';
import { changedAnswers, changedEvidence } from '#lib/matching/scoring/difference.ts';
import { needMaterial, practiceMaterial } from '#lib/matching/scoring/material.ts';
import { buildPhrases } from '#lib/matching/scoring/phrases.ts';
import { planMatches } from '#lib/matching/scoring/plan.ts';
import { needRow, practiceRow } from './records.ts';

const phrases = buildPhrases([]);
const about = (topic: string) => ({ title: `All about ${topic}`, topics: [topic] });
const needs = ['a', 'b'].map((city) =>
  needMaterial(
    needRow(`n-${city}`, city, { ...about('drainage'), description: 'Drains overflow.' }),
    phrases,
  ),
);
const practices = ['b', 'c'].map((city) =>
  practiceMaterial(practiceRow(`p-${city}`, city, { ...about('drainage'), summary: 'New drains.' }), phrases),
);
const plan = await planMatches(
  { needs, practices },
  {
    factsOf: () => ({ evidence: 'documented', startYear: null, stage: null }),
    isPartner: () => true,
    year: 2026,
  },
);
const nobody = { isAll: false, cityIds: new Set<string>() };
const everybody = { isAll: true, cityIds: new Set<string>() };
const keysOf = (rows: readonly { cityId: string; otherCityId: string }[]) =>
  rows.map((row) => `${row.cityId} ${row.otherCityId}`).toSorted();

const allAnswers = changedAnswers(plan, new Map(), everybody).rows;
const allEvidence = changedEvidence(plan, new Map(), everybody, new Set()).rows;
const storedAnswers = new Map(allAnswers.map((row) => [`${row.needId} ${row.practiceId}`, row.score]));
const storedEvidence = new Map(allEvidence.map((row) => [`${row.cityId} ${row.otherCityId}`, row.digest]));

describe('what a computation writes', () => {
  it('is everything where nothing is stored', () => {
    expect(keysOf(allEvidence)).toEqual(['a b', 'a c', 'b c']);
    expect(allAnswers).toHaveLength(3);
  });

  it('is nothing where all is stored and nothing was marked', () => {
    expect(changedAnswers(plan, storedAnswers, nobody)).toEqual({ rows: [], gone: [] });
    expect(changedEvidence(plan, storedEvidence, nobody, new Set())).toEqual({ rows: [], gone: [] });
  });

  it('is the row and the column of a city that was marked', () => {
    const marked = { isAll: false, cityIds: new Set(['b']) };
    expect(keysOf(changedEvidence(plan, storedEvidence, marked, new Set()).rows)).toEqual(['a b', 'b c']);
  });

  it('is what came out otherwise, marked or not', () => {
    const [key = ''] = storedEvidence.keys();
    const changed = new Map(storedEvidence).set(key, 'other');
    expect(keysOf(changedEvidence(plan, changed, nobody, new Set()).rows)).toEqual([key]);
    const [answer = ''] = storedAnswers.keys();
    expect(changedAnswers(plan, new Map(storedAnswers).set(answer, 0), nobody).rows).toHaveLength(1);
  });

  it('removes what no longer holds', () => {
    expect(changedAnswers(plan, new Map(storedAnswers).set('x y', 0.5), nobody).gone).toEqual(['x y']);
    const evidence = new Map(storedEvidence).set('x y', '');
    expect(changedEvidence(plan, evidence, nobody, new Set()).gone).toEqual(['x y']);
  });

  it('leaves held pairs alone', () => {
    const held = new Set(['a c', 'c a']);
    expect(keysOf(changedEvidence(plan, new Map(), everybody, held).rows)).toEqual(['a b', 'b c']);
  });
});
