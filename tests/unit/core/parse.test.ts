import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOf } from '#lib/core/cursor.ts';
import { SalingError } from '#lib/core/errors.ts';
import { parseInput } from '#lib/core/parse.ts';

const schema = z.strictObject({
  slug: z.string().min(1),
  limit: z.coerce.number().int().min(1).max(100),
  mode: z.enum(['exchange', 'learn-from']),
});

function problems(input: unknown): string[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    if (!(error instanceof SalingError)) throw error;
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('parsing an input', () => {
  it.each([
    [{}, ['/slug required', '/limit wrong-type', '/mode required']],
    [{ slug: '', limit: 5, mode: 'exchange' }, ['/slug required']],
    [{ slug: 'a', limit: 0, mode: 'exchange' }, ['/limit too-small']],
    [{ slug: 'a', limit: 1e9, mode: 'exchange' }, ['/limit too-big']],
    [{ slug: 'a', limit: 'abc', mode: 'exchange' }, ['/limit wrong-type']],
    [{ slug: 'a', limit: 1, mode: 'both' }, ['/mode unknown-value']],
    [{ slug: 'a', limit: 1, mode: 'exchange', 'a/b': 1 }, ['/a~1b unknown-field']],
  ])('names every wrong field of %j', (input, expected) => {
    expect(problems(input)).toEqual(expected);
  });

  it('gives the parsed value', () => {
    expect(parseInput(schema, { slug: 'a', limit: '7', mode: 'exchange' })).toEqual({
      slug: 'a',
      limit: 7,
      mode: 'exchange',
    });
  });
});

describe('cursors', () => {
  it.each(['x', 'bzE', '../..', 'bzEyMzQ1Njc4OQ', '%00'])('refuses %s, which it did not make', (cursor) => {
    if (cursor === 'bzE') expect(decodeCursor(cursor)).toBe(1);
    else expect(() => decodeCursor(cursor)).toThrow(SalingError);
  });

  it('leads from page to page and ends', () => {
    const page = pageOf([1, 2, 3], 0, 2);
    expect(page.items).toEqual([1, 2]);
    expect(decodeCursor(page.next ?? undefined)).toBe(2);
    expect(pageOf([3], 2, 2).next).toBeNull();
    expect(decodeCursor(encodeCursor(40))).toBe(40);
  });
});
