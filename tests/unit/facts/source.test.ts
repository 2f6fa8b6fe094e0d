import { describe, expect, it } from 'vitest';
import type { FactContent } from '#lib/cities/contract.ts';
import { readStatement, withCompiledSource, withoutCompiledSource } from '#lib/facts/rules.ts';

const compiled = { value: 167.3, year: 2021, source: { title: 'Atlas', url: 'https://atlas.example/1' } };
const source = { sourceTitle: 'Atlas', sourceUrl: 'https://atlas.example/1' };
const none = { sourceTitle: '', sourceUrl: '' };
const written = (given: Partial<FactContent>): FactContent => ({
  value: ['167,3'],
  year: '2021',
  ...none,
  ...given,
});
const filled = (content: FactContent, of: typeof compiled | null = compiled) =>
  withCompiledSource({ key: 'area', content, compiled: of });

describe('the source of a compiled figure', () => {
  it.each([
    ['another value', { value: ['168'] }],
    ['another year', { year: '2022' }],
    ['no year', { year: '' }],
    ['no number', { value: ['many'] }],
    ['nothing', { value: [] }],
    ['a title of its own', { sourceTitle: 'Yearbook' }],
    ['a link of its own', { sourceUrl: 'https://city.example' }],
  ])('is not given to %s', (_what, given) => {
    const content = written(given);
    expect(filled(content)).toEqual(content);
  });

  it('is given to the same value of the same year, however it is written', () => {
    for (const value of ['167.3', '167,3', '167,30']) {
      expect(filled(written({ value: [value] }))).toEqual(written({ value: [value], ...source }));
    }
    expect(filled(written({}), null)).toEqual(written({}));
  });

  it('goes with languages in any order', () => {
    const languages = { value: ['ms', 'en'], year: null, source: compiled.source };
    const content = { value: ['en', 'ms'], year: '', ...none };
    expect(withCompiledSource({ key: 'languages', content, compiled: languages })).toMatchObject(source);
    const fewer = { ...content, value: ['en'] };
    expect(withCompiledSource({ key: 'languages', content: fewer, compiled: languages })).toEqual(fewer);
  });

  it('is not what a form begins with; what was typed stays there', () => {
    expect(withoutCompiledSource(written(source), compiled)).toEqual(written({}));
    const half = written({ ...source, sourceTitle: 'Yearbook' });
    expect(withoutCompiledSource(half, compiled)).toEqual(half);
    expect(withoutCompiledSource(written(source), null)).toEqual(written(source));
  });

  it('is refused as the source of anything else, and taken for what it says', () => {
    const read = (given: Partial<FactContent>) =>
      readStatement({ key: 'area', content: written({ ...source, ...given }), compiled }, 2026);
    expect(read({})).toMatchObject({ value: 167.3, ...source });
    const fault = (field: string) => ({ pointer: `/${field}`, code: 'of-compiled' });
    const faults = [
      [{ value: ['168'] }, ['sourceTitle', 'sourceUrl']],
      [{ year: '2022' }, ['sourceTitle', 'sourceUrl']],
      [{ sourceTitle: 'Yearbook' }, ['sourceUrl']],
      [{ value: ['168'], sourceUrl: '' }, ['sourceTitle']],
    ] as const;
    for (const [given, fields] of faults) {
      let errors: unknown;
      try {
        read(given as Partial<FactContent>);
      } catch (error) {
        ({ errors } = error as { errors: unknown });
      }
      expect(errors).toEqual(fields.map(fault));
    }
  });
});
