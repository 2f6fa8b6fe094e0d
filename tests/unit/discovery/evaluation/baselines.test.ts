import { describe, expect, it } from 'vitest';
import { plainRankings, randomRankings } from '#lib/discovery/evaluation/baselines.ts';

const practice = (key: string, cityId: string, topics: string[], text: string) => ({
  key,
  cityId,
  topics,
  text,
});
const practices = [
  practice('own', 'here', ['floods'], 'Flood walls and pumps'),
  practice('words', 'a', ['traffic'], 'Flood pumps for low streets'),
  practice('topic', 'b', ['floods'], 'Rain gardens'),
  practice('wide', 'c', ['floods', 'traffic', 'health'], 'Clinics beside roads'),
  practice('nothing', 'd', ['health'], 'Vaccines'),
];
const need = { key: 'n', cityId: 'here', topics: ['floods'], text: 'Floods: pumps are missing' };
const rank = plainRankings(practices);

describe('plain rankings', () => {
  it('never name a practice of the need’s own city', () => {
    for (const baseline of ['topics', 'keyword', 'both'] as const) {
      expect(rank(baseline, need)).not.toContain('own');
    }
    for (const order of randomRankings(practices, need, 20)) expect(order).not.toContain('own');
  });

  it('by topics puts a practice with fewer other topics first', () => {
    expect(rank('topics', need).slice(0, 2)).toEqual(['topic', 'wide']);
  });

  it('by words finds other forms of a word, and orders the rest by key', () => {
    expect(rank('keyword', need)).toEqual(['words', 'nothing', 'topic', 'wide']);
  });

  it('by both adds words over their best to topics', () => {
    expect(rank('both', need).slice(0, 2)).toEqual(['topic', 'words']);
    expect(rank('both', { ...need, topics: [] })[0]).toBe('words');
  });

  it('by words prefer a rare word to a common one', () => {
    const common = [
      practice('common', 'a', [], 'river'),
      practice('second', 'b', [], 'river'),
      practice('rare', 'c', [], 'mangrove'),
    ];
    expect(plainRankings(common)('keyword', { ...need, text: 'river mangrove' })[0]).toBe('rare');
  });

  it('by chance hold every practice once, in an order that the seed decides', () => {
    const [one, other] = randomRankings(practices, need, 2, 4);
    expect([...(one ?? [])].sort()).toEqual(['nothing', 'topic', 'wide', 'words']);
    expect(other).toHaveLength(4);
    expect(randomRankings(practices, need, 2, 4)).toEqual([one, other]);
  });
});
